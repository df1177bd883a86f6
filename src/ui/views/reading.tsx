import type { Ui } from './ui.ts'

/** Likelier than this a family is worth naming. */
const NAMED = 0.2

/** What the shopper means, what is known of them, which step the talk is at: two lines, whatever there is to say. */
export function Reading({ ui }: { ui: Ui }) {
  const { desk, words } = ui
  const answer = desk.talk?.list?.answer
  const flow = answer?.state.flows[0]
  const slots = Object.entries(answer?.state.slots ?? {}).map(
    ([slot, { text, value }]) => `${ui.slotName(slot)} ${text || value}`,
  )
  return (
    <section class="reading" aria-label={words.intents}>
      <p>
        {answer?.intents
          .filter(({ confidence }, index) => index === 0 || confidence >= NAMED)
          .slice(0, 3)
          .map(({ family, confidence }, index) => (
            <span key={family} class={index === 0 ? 'intent first' : 'intent'}>
              {ui.language.families[family] ?? family} <small>{Math.round(confidence * 100)}%</small>
            </span>
          ))}
        {answer?.abstained && <span class="unsure">{words.unsure}</span>}
      </p>
      <p>
        {slots.length > 0 && <span class="slots">{slots.join(' · ')}</span>}
        {flow && (
          <span class="step" title={flow.name}>
            {flow.name} › {flow.says}
          </span>
        )}
      </p>
    </section>
  )
}
