import type { Suggestion } from '../protocol/index.ts'

/** Of a suggestion's reasons the strongest that does not hold for every line of the list: what they share tells nobody which to take. */
export function tellingReason(suggestion: Suggestion, all: readonly Suggestion[]): string {
  const own = suggestion.reasons.find(
    ({ says }) => !all.every(({ reasons }) => reasons.some((other) => other.says === says)),
  )
  return (own ?? suggestion.reasons[0])?.says ?? ''
}
