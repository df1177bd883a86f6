import type { ShownAnswer, ShownSuggestion } from '../insight/index.ts'
import type { Answer, Reason, Warning } from '../protocol/index.ts'

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
      features: featuresIn(reasons),
    })),
  }
}

function featuresIn(reasons: readonly Reason[]): Record<string, number> {
  const features: Record<string, number> = {}
  for (const { feature, value } of reasons) features[feature] = value
  return features
}

/** The rules that warn; hints are no reason not to send. */
function warnedBy(warnings: readonly Warning[]): Pick<ShownSuggestion, 'warned'> | undefined {
  if (warnings.length === 0) return undefined
  const warned = warnings.filter(({ level }) => level !== 'hint').map(({ rule }) => rule)
  return warned.length === 0 ? undefined : { warned }
}
