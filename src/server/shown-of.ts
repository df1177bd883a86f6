import type { ShownAnswer } from '../insight/index.ts'
import type { Answer, Reason } from '../protocol/index.ts'

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
    suggestions: suggestions.map(({ id, scriptId, intent, tier, score, text, reasons }) => ({
      id,
      scriptId,
      intent,
      tier,
      score,
      text,
      features: featuresIn(reasons),
    })),
  }
}

function featuresIn(reasons: readonly Reason[]): Record<string, number> {
  const features: Record<string, number> = {}
  for (const { feature, value } of reasons) features[feature] = value
  return features
}
