import type { ShownAnswer, ShownSuggestion } from '../insight/index.ts'
import type { Warning } from '../protocol/index.ts'
import type { Evidence, Suggested } from '../suggest/index.ts'

/** What learning needs of an answer: what was offered where, for whom and why. */
export function shownOf(
  { turnId, messageIds, because, locale, abstained, gap, intents, suggestions, evidence, blocked, state }: Suggested,
  agent: string | undefined,
  { quiet, heldOut }: Pick<ShownAnswer, 'quiet' | 'heldOut'> = {},
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
    heldOut,
    ...(blocked.length === 0 ? {} : { blocked }),
    intents: intents.slice(0, 3),
    suggestions: suggestions.map(({ id, scriptId, intent, tier, score, text, warnings }, i) => ({
      id,
      scriptId,
      intent,
      tier,
      score,
      text,
      ...warnedBy(warnings),
      features: compact(evidence[i]!),
      propensity: evidence[i]!.propensity,
      ...(evidence[i]!.trial ? { trial: evidence[i]!.trial } : {}),
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

/** The rules that warn; hints are no reason not to send. */
function warnedBy(warnings: readonly Warning[]): Pick<ShownSuggestion, 'warned'> | undefined {
  if (warnings.length === 0) return undefined
  const warned = warnings.filter(({ level }) => level !== 'hint').map(({ rule }) => rule)
  return warned.length === 0 ? undefined : { warned }
}
