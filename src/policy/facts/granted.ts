import type { Conceded } from '../../protocol/index.ts'
import type { Knowledge } from './knowledge.ts'

/** What was granted earlier in the talk for the goods at hand, or for goods nobody named. */
export function grantedHere(know: Knowledge): Conceded | undefined {
  const { conceded } = know.input
  const isOther = conceded?.product !== undefined && know.card !== undefined && conceded.product !== know.card.id
  return isOther ? undefined : conceded
}
