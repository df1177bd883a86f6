import type { ShownAnswer, ShownSuggestion } from '../insight/index.ts'
import type { Answer, Warning } from '../protocol/index.ts'

/** What learning needs of an answer: what was offered where, for whom and why. */
export function shownOf(
  { turnId, messageIds, because, locale, abstained, gap, intents, suggestions }: Omit<Answer, 'state'>,
  agent: string | undefined,
): ShownAnswer {
  return {
    turnId,
    messageIds,
    because,
    locale,
    abstained,
    gap,
    agent,
    intents: intents.slice(0, 3),
    suggestions: suggestions.map(({ id, scriptId, intent, tier, score, text, reasons, warnings }) => ({
      id,
      scriptId,
      intent,
      tier,
      score,
      text,
      ...warnedBy(warnings),
      features: Object.fromEntries(reasons.map(({ feature, value }) => [feature, value])),
    })),
  }
}

/** The rules that warn; hints are no reason not to send. */
function warnedBy(warnings: readonly Warning[]): Pick<ShownSuggestion, 'warned'> {
  const warned = warnings.filter(({ level }) => level !== 'hint').map(({ rule }) => rule)
  return warned.length === 0 ? {} : { warned }
}
