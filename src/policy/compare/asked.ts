import type { Locale } from '../../protocol/index.ts'
import type { Card, Variant } from '../card.ts'
import type { Line } from '../localised.ts'
import type { Field } from './field.ts'

/** What a card is read with. `stockOf` is undefined for a variant whose stock nobody knows. */
export interface Reading {
  readonly card: Card
  readonly locale: Locale
  readonly stockOf: (variant: Variant) => number | undefined
}

/**
 * What the card says of one thing: `some` when it holds for a part of the variants only, `unknown` when the card does not speak of it. `shown` is the
 * card's own words that decided, or those on the same matter.
 */
export interface Finding {
  readonly state: 'yes' | 'no' | 'some' | 'unknown'
  readonly field?: Field | undefined
  readonly shown?: string | undefined
}

/** One thing a question asks about. `matter` tells values that exclude or complete each other; `at` is where in the question its name ends. */
export interface Asked {
  readonly matter: string
  readonly at: number
  readonly says: Line
  /** Yields to anything else the question names: 两个月的宝宝 asks about the age. */
  readonly weak?: boolean
  readonly judge: (reading: Reading) => Finding
}

/** How a question puts it: 有/含 asks for a part, 是 for the whole. `text` is the clause in matching form. */
export interface Question {
  readonly text: string
  readonly either: boolean
  /** Nothing but 还是 makes it a question: 还是纯棉的好 is none. */
  readonly loose: boolean
  readonly negated: boolean
  readonly part: boolean
}

/** Finds what a question asks about one kind of matter. */
export type Matter = (question: Question, reading: Reading) => readonly Asked[]

export const UNKNOWN: Finding = { state: 'unknown' }
