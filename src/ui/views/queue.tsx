import { FAMILIES } from '../names.ts'
import { queueOf } from '../queue.ts'
import { clockText } from '../reply-clock.ts'
import type { Ui } from './ui.ts'

/** Every open conversation, the most urgent first; shown once there are two. */
export function Queue({ ui }: { ui: Ui }) {
  const { desk, words, locale } = ui
  if (desk.state.talks.size < 2) return null
  return (
    <nav class="queue" aria-label={words.queue}>
      <ul>
        {queueOf(desk.state, ui.now - desk.state.skewMs).map(({ talk, clock, isCurrent, preview }) => {
          const { conversationId } = talk.ref
          const family = talk.status?.intent.split('.')[0] ?? ''
          const mood = talk.status?.mood
          return (
            <li key={conversationId} class={isCurrent ? 'now' : ''}>
              <button
                type="button"
                class="talk"
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => ui.select(conversationId, false)}
              >
                <span class="who">
                  <b>{talk.title ?? conversationId}</b>
                  {mood && mood !== 'calm' && <span class={`mood ${mood}`}>{words[mood]}</span>}
                  <span class={`left ${clock?.level ?? 'none'}`}>{clock ? clockText(clock.seconds) : '–'}</span>
                </span>
                <span class="what">{[FAMILIES[locale][family], preview].filter(Boolean).join(' · ') || '\u00a0'}</span>
              </button>
              {clock && talk.list?.suggestions.some(({ tier }) => tier === 'hold') && (
                <button
                  type="button"
                  class="quick"
                  aria-label={`${words.hold_line}: ${talk.title ?? conversationId}`}
                  onClick={() => ui.select(conversationId, true)}
                >
                  {words.hold_line}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
