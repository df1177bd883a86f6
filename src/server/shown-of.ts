import type { ShownAnswer } from '../insight/index.ts'
import type { Answer } from '../protocol/index.ts'

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
      features: Object.fromEntries(reasons.map(({ feature, value }) => [feature, value])),
    })),
  }
}
