import type { Intent, Locale } from '../../protocol/index.ts'
import { disturb, disturbancesOf } from './disturb/disturb.ts'
import { outcomeOf } from './outcome.ts'
import type { Row } from './rows.ts'

/** Lenient accuracy of the `count` messages in which a kind of disturbance has a place, as they are and disturbed. */
export interface DisturbedKind {
  readonly kind: string
  readonly count: number
  readonly clean: number
  readonly disturbed: number
}

/** What careless writing costs. `disturbed` mixes all kinds: each message counts once, as the mean of the kinds that have a place in it. */
export interface Robustness {
  readonly count: number
  readonly clean: number
  readonly disturbed: number
  readonly kinds: readonly DisturbedKind[]
}

/** Any number; kept so that figures can be compared. */
const SEED = 20261122

export function robustnessOf(
  rows: readonly Row[],
  locale: Locale,
  predict: (text: string) => readonly Intent[],
): Robustness {
  const right = (row: Row, text: string) => Number(outcomeOf(row, predict(text)).lenient)
  const tallies = disturbancesOf(locale).map((kind) => ({ kind, count: 0, clean: 0, disturbed: 0 }))
  const whole = { count: 0, clean: 0, disturbed: 0 }
  for (const row of rows) {
    const clean = right(row, row.text)
    let kinds = 0
    let sum = 0
    for (const tally of tallies) {
      const text = disturb(row.text, tally.kind, locale, SEED)
      if (text === undefined) continue
      const disturbed = right(row, text)
      add(tally, clean, disturbed)
      kinds += 1
      sum += disturbed
    }
    if (kinds > 0) add(whole, clean, sum / kinds)
  }
  return { ...shares(whole), kinds: tallies.map((tally) => ({ kind: tally.kind, ...shares(tally) })) }
}

interface Tally {
  count: number
  clean: number
  disturbed: number
}

function add(tally: Tally, clean: number, disturbed: number): void {
  tally.count += 1
  tally.clean += clean
  tally.disturbed += disturbed
}

function shares({ count, clean, disturbed }: Tally): Tally {
  return { count, clean: count === 0 ? 0 : clean / count, disturbed: count === 0 ? 0 : disturbed / count }
}
