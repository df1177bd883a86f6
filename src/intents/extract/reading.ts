import type { Locale } from '../../protocol/index.ts'
import type { Normalised } from '../normalise.ts'
import type { SlotName } from '../slots.ts'
import type { NumberToken } from './numbers.ts'

export interface ExtractOptions {
  readonly locale: Locale
  /** Epoch milliseconds of the message; without it dates keep the words that were written. */
  readonly at?: number | undefined
  /** IANA zone in which days are counted; China's when absent. */
  readonly timezone?: string
  /** Finds products of the store in the original text; its spans (UTF-16, original) win over every other reading. */
  readonly resolveProduct?: ((text: string) => readonly { id: string; start: number; end: number }[]) | undefined
  /** Slots the last reply asked for: a bare number answers them. */
  readonly expects?: readonly SlotName[]
  /** Which message of the turn it is. @default 0 */
  readonly messageIndex?: number
}

/**
 * How sure a reading is by its form, for overlaps: a product of this store, a form of its own (checksum, link, labelled code), a number
 * with its label, a number or word with its unit, a bare one.
 */
export const RANK = { product: 5, form: 4, labelled: 3, unit: 2, bare: 1 } as const

/** A slot value found in the normalised text; offsets are into that text. */
export interface Hit {
  readonly slot: SlotName
  readonly start: number
  readonly end: number
  readonly value: string | number
  readonly unit?: string
  readonly rank: number
}

/** One message being read. Families run in order, add to `hits` and may look at what earlier ones found. */
export interface Reading {
  readonly form: Normalised
  readonly text: string
  /** Which characters the text has, for readers that need some of them (`cue`). */
  readonly cues: number
  readonly numbers: readonly NumberToken[]
  readonly options: ExtractOptions
  readonly hits: Hit[]
}

/** Matches a sticky pattern at `index`. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** All matches of a global pattern, which must not match nothing. `matchAll` makes a copy of the pattern for every text. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}

/** The `width` characters before `index`, for patterns that end in `$`. */
export function before(text: string, index: number, width = 10): string {
  return text.slice(index > width ? index - width : 0, index)
}

/** Adds a hit; `unit` undefined leaves it out. */
export function add(
  reading: Reading,
  slot: SlotName,
  start: number,
  end: number,
  value: string | number,
  rank: number,
  unit?: string,
): void {
  reading.hits.push(unit === undefined ? { slot, start, end, value, rank } : { slot, start, end, value, rank, unit })
}

/** Rounds away the noise of unit conversion: two decimals are finer than anything a shopper states. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
