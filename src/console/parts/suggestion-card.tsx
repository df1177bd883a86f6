import type { Locale, Suggestion } from '../../protocol/index.ts'
import { ACTIONS, STATES } from '../../ui/index.ts'
import { ANSWER } from '../words/answer.ts'

interface SuggestionCardProps {
  readonly suggestion: Suggestion
  readonly language: Locale
  /** Absent = what is missing is not told, as nobody knows its name here. */
  readonly slotName?: (slot: string) => string
  /** Called when its words are clicked. */
  readonly pick: (suggestion: Suggestion) => void
  /** Says beside the words what a click does. */
  readonly act?: string
}

const REASONS = 3

/** One suggestion: its words, why it is there, and what comes with it. */
export function SuggestionCard({ suggestion, language, slotName, pick, act }: SuggestionCardProps) {
  const words = ANSWER[language]
  const { text, tier, gloss, reasons, missing, todo, warnings } = suggestion
  return (
    <li class={`suggestion ${tier}`}>
      <button type="button" class="say" data-act={act} onClick={() => pick(suggestion)}>
        {text}
      </button>
      {gloss && <div class="gloss">{gloss}</div>}
      <div class="why">
        <b>{STATES[language][tier]}</b>
        {reasons.slice(0, REASONS).map(({ feature, says }) => (
          <span key={feature}>{says}</span>
        ))}
      </div>
      {slotName && missing.length > 0 && (
        <div class="extra">
          {words.missing}: {missing.map(slotName).join(' · ')}
        </div>
      )}
      {todo.map(({ action, copy }) => (
        <div key={action} class="extra todo">
          ☐ {words.todo}: {ACTIONS[language][action]}
          {copy && ` — ${copy}`}
        </div>
      ))}
      {warnings.map(({ rule, level, start, says }) => (
        <div key={`${rule} ${start}`} class={`extra finding ${level}`}>
          {words[level]}: {says} <small>{rule}</small>
        </div>
      ))}
    </li>
  )
}
