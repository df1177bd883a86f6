import type { ShownAnswer, ShownSuggestion } from '../insight/index.ts'
import type { Evidence, Suggested } from '../suggest/index.ts'

/** What learning needs of an answer: what was offered where, for whom and why. */
export function shownOf(
  { turnId, messageIds, because, locale, abstained, gap, intents, suggestions, evidence, state }: Suggested,
  agent: string | undefined,
  quiet?: true,
): ShownAnswer {
  return {
    turnId,
    messageIds,
    because,
    locale,
    abstained,
    gap,
    agent,
    stage: state.stage,
    quiet,
    intents: intents.slice(0, 3),
    suggestions: suggestions.map(({ id, scriptId, intent, tier, score, text }, i) => ({
      id,
      scriptId,
      intent,
      tier,
      score,
      text,
      features: compact(evidence[i]!),
      propensity: evidence[i]!.propensity,
    })),
  }
}

/** Most features of most suggestions are 0. */
function compact({ features }: Evidence): ShownSuggestion['features'] {
  const kept: Record<string, number> = {}
  for (const name in features) {
    const value = Math.round(features[name as keyof typeof features] * 1000) / 1000
    if (value !== 0) kept[name] = value
  }
  return kept
}
