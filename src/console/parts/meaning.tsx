import type { Answer, Entity, Intent, Locale, ShownState } from '../../protocol/index.ts'
import { FAMILIES, STATES } from '../../ui/index.ts'
import { ANSWER } from '../words/answer.ts'

/** Intents less likely than this are noise to a reader. */
const SHOWN_FROM = 0.01
const INTENTS = 5

interface MeaningProps {
  readonly answer: Pick<Answer, 'intents' | 'entities' | 'state'>
  readonly language: Locale
  readonly slotName: (slot: string) => string
}

/** What was understood: what the shopper means, what was found, and where the talk stands. */
export function Meaning({ answer, language, slotName }: MeaningProps) {
  const words = ANSWER[language]
  const intents = answer.intents.filter(({ confidence }, i) => i === 0 || confidence >= SHOWN_FROM).slice(0, INTENTS)
  return (
    <div class="meaning">
      <div>
        <h3>{words.intents}</h3>
        <ol class="intents">
          {intents.map((intent) => (
            <IntentLine key={intent.name} intent={intent} language={language} />
          ))}
        </ol>
      </div>
      <div>
        <h3>{words.slots}</h3>
        {answer.entities.length === 0 && <p class="soft">{words.no_slots}</p>}
        <ul class="slots">
          {answer.entities.map((entity) => (
            <li key={`${entity.messageIndex} ${entity.start} ${entity.slot}`} title={String(entity.value)}>
              {slotName(entity.slot)} {readAs(entity)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{words.state}</h3>
        <ul class="state">
          {stateLines(answer.state, language, slotName).map(([name, says]) => (
            <li key={name}>
              {name}: <b>{says}</b>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function IntentLine({ intent, language }: { readonly intent: Intent; readonly language: Locale }) {
  const { name, family, confidence } = intent
  return (
    <li>
      <span>
        {FAMILIES[language][family] ?? family} <small>{name.slice(family.length + 1)}</small>
      </span>
      <span>{Math.round(confidence * 100)}%</span>
      <progress value={confidence} max={1} aria-hidden="true" />
    </li>
  )
}

/** What was written; a weight in another unit with the one it was turned into. */
function readAs({ value, unit, text }: Entity): string {
  return unit === 'kg' && !text.includes(String(value)) ? `${text} → ${value} kg` : text
}

function stateLines(
  { stage, mood, flows, rung, expects }: ShownState,
  language: Locale,
  slotName: (slot: string) => string,
): readonly (readonly [string, string])[] {
  const words = ANSWER[language]
  const [flow] = flows
  return [
    [words.stage, STATES[language][stage]],
    [words.mood, STATES[language][mood]],
    ...(flow ? [[flow.name, flow.says] as const] : []),
    ...(rung ? [[words.rung, String(rung)] as const] : []),
    ...(expects.length > 0 ? [[words.expects, expects.map(slotName).join(' · ')] as const] : []),
  ]
}
