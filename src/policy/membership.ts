import type { Localised } from './localised.ts'
import { toFen } from './money.ts'
import { shareOf } from './share.ts'
import type { Level, MemberPolicy } from './store/price-policy.ts'

/** What a shopper has bought: everything together, and the largest single purchase. Postage already left out. */
export interface Spent {
  readonly totalFen: number
  readonly onceFen: number
}

export interface Standing {
  readonly level: Level
  /** The next level, what is missing to it by cumulation, and the single purchase that would reach it too; absent at the top. */
  readonly next?: {
    readonly level: Level
    readonly name: Localised
    readonly gapFen: number
    readonly onceFen?: number
  }
}

/** What of an order counts towards a level: goods without postage, special offers too unless the store says otherwise. */
export function countedFen(
  policy: MemberPolicy,
  lines: readonly { readonly fen: number; readonly special: boolean }[],
  postageFen: number,
): number {
  const goods = lines.reduce((sum, line) => sum + (line.special && !policy.specialPriceCounts ? 0 : line.fen), 0)
  return goods + (policy.shippingCounts ? postageFen : 0)
}

/** The highest level reached, once or cumulative, and the way to the next. Undefined when the store has no levels. */
export function standing(policy: MemberPolicy, spent: Spent): Standing | undefined {
  const index = policy.levels.findLastIndex((level) => reaches(level, spent))
  const level = policy.levels[index]
  return level && fromLevel(policy, index, spent)
}

/** The standing of a shopper whose level the platform tells; what they spent is only used for the gap. */
export function standingAt(policy: MemberPolicy, levelId: string, spent: Spent | undefined): Standing | undefined {
  const index = policy.levels.findIndex((level) => level.id === levelId)
  return index < 0 ? undefined : fromLevel(policy, index, spent)
}

function fromLevel(policy: MemberPolicy, index: number, spent: Spent | undefined): Standing {
  const level = policy.levels[index]!
  const next = policy.levels[index + 1]
  if (!next || next.cumulative === undefined || !spent) return { level }
  const gapFen = Math.max(0, toFen(next.cumulative) - spent.totalFen)
  const onceFen = next.once === undefined ? undefined : toFen(next.once)
  return { level, next: { level: next, name: next.name, gapFen, ...(onceFen === undefined ? {} : { onceFen }) } }
}

function reaches(level: Level, spent: Spent): boolean {
  if (level.once === undefined && level.cumulative === undefined) return true
  const byOne = level.once !== undefined && spent.onceFen >= toFen(level.once)
  return byOne || (level.cumulative !== undefined && spent.totalFen >= toFen(level.cumulative))
}

/** What a member pays: rounded to whole fen in the shopper's favour; special offers stay as they are unless the store says otherwise. */
export function memberFen(policy: MemberPolicy, level: Level, fen: number, special: boolean): number {
  if (special && !policy.specialPriceDiscounted) return fen
  return shareOf(fen, level.discount)
}
