import type { Ui } from './ui.ts'

/** How long what just happened is worth telling. */
const TOLD_MS = 6_000

/** One line of constant height: a reminder, or what just happened, or how to keep one's own reply. */
export function Foot({ ui }: { ui: Ui }) {
  const { desk, words, now } = ui
  const nudge = desk.talk?.nudges.at(-1)
  const { notice } = desk
  const told = notice && now - desk.state.skewMs - notice.at < TOLD_MS ? notice : undefined
  const lost = desk.state.connection === 'lost' || desk.state.connection === 'refused'
  return (
    <footer class={`end ${lost ? 'lost' : nudge && !told ? nudge.level : ''}`}>
      {lost ? (
        <span class="says">{words[desk.state.connection]}</span>
      ) : told ? (
        <>
          <span class="says">{words[told.says]}</span>
          {told.says === 'inserted' && ui.undo && (
            <button type="button" class="link" onClick={ui.undo}>
              {words.undo}
            </button>
          )}
        </>
      ) : nudge ? (
        <>
          <span class="says">
            {nudge.kind === 'reply' ? words.reply_nudge : words.nudge}
            {nudge.suggestion && `: ${nudge.suggestion.text}`}
          </span>
          {nudge.suggestion && (
            <button type="button" class="link" onClick={() => desk.insertNudge(nudge)}>
              {words.insert}
            </button>
          )}
          <button type="button" class="link" onClick={() => desk.dismissNudge(nudge)}>
            {words.later}
          </button>
        </>
      ) : (
        <span class="says" />
      )}
      <button type="button" class="link save" onClick={ui.saveReply} disabled={!desk.talk || desk.watches}>
        {words.save}
      </button>
    </footer>
  )
}
