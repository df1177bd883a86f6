import type { Answer } from '../protocol/index.ts'

/** What learning needs of an answer: what was offered where, and why. */
export function shownOf({
  turnId,
  messageIds,
  because,
  locale,
  abstained,
  gap,
  intents,
  suggestions,
}: Omit<Answer, 'state'>) {
  return {
    turnId,
    messageIds,
    because,
    locale,
    abstained,
    gap,
    intents: intents.slice(0, 3),
    suggestions: suggestions.map(({ id, scriptId, intent, tier, score, text, reasons }) => ({
      id,
      scriptId,
      intent,
      tier,
      score,
      text,
      features: Object.fromEntries(reasons.map(({ feature, value }) => [feature, value])),
    })),
  }
}
