import type { Intent } from '../../protocol/index.ts'
import { FAMILIES, familyOf } from './families.ts'
import type { Row } from './rows.ts'

/** One labelled message with what was read in it. `strict`, `lenient` and `top3` say whether the reading counts as right. */
export interface Outcome {
  readonly row: Row
  /** Family of the label. */
  readonly expected: string
  /** Likeliest family read, `NOTHING` when the reader returned none of the 23. */
  readonly read: string
  /** Chance, as the reader sees it, that `read` is the label or one of the others that are right. */
  readonly confidence: number
  /** The likeliest family is the label. */
  readonly strict: boolean
  /** The likeliest family is the label or one of `alt`. */
  readonly lenient: boolean
  /** The label or one of `alt` is among the first three families. */
  readonly top3: boolean
}

export const NOTHING = '(none)'

export function outcomeOf(row: Row, intents: readonly Intent[]): Outcome {
  const expected = familyOf(row.intent)
  const right = new Set([expected, ...row.alt.map(familyOf)])
  const families = [...new Set(intents.map((intent) => intent.family))]
  const read = (FAMILIES as readonly string[]).includes(families[0] ?? '') ? families[0]! : NOTHING
  return {
    row,
    expected,
    read,
    confidence: intents[0]?.confidence ?? 0,
    strict: read === expected,
    lenient: right.has(read),
    top3: families.slice(0, 3).some((family) => right.has(family)),
  }
}
