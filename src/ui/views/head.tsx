import { clockText, replyClock } from '../reply-clock.ts'
import type { Ui } from './ui.ts'

/** Whether there is a connection, how the talk stands, how long the shopper may still wait. */
export function Head({ ui }: { ui: Ui }) {
  const { desk, words } = ui
  const { connection } = desk.state
  const { talk } = desk
  const answer = talk?.list?.answer
  const mood = talk?.status?.mood ?? answer?.state.mood
  const clock = replyClock(talk?.status, ui.now)
  return (
    <header class="head">
      <span class={`dot ${connection}`} title={words[connection]} />
      <span class="stand">
        {answer && <span>{words[answer.state.stage]}</span>}
        {mood && <span class={`mood ${mood}`}>{words[mood]}</span>}
      </span>
      <span
        class={`clock ${clock?.level ?? 'none'}`}
        role="timer"
        aria-label={clock ? `${words.waiting} ${clockText(clock.seconds)}` : words.nobody_waits}
      >
        {clock ? (
          <>
            <small>{clock.seconds < 0 ? words.late : words.left}</small> {clockText(clock.seconds)}
          </>
        ) : (
          <small>{words.nobody_waits}</small>
        )}
      </span>
    </header>
  )
}
