import { FAMILIES } from './families.ts'
import { NOTHING, type Outcome } from './outcome.ts'

/** `counts[i][j]`: messages labelled `labels[i]` and read as `labels[j]`; the last column is for messages in which none of the families was read. */
export interface Confusion {
  readonly labels: readonly string[]
  readonly counts: readonly (readonly number[])[]
}

export function confusionOf(outcomes: readonly Outcome[]): Confusion {
  const columns = [...FAMILIES, NOTHING]
  const counts = FAMILIES.map(() => columns.map(() => 0))
  for (const { expected, read } of outcomes) {
    const row = counts[FAMILIES.indexOf(expected as (typeof FAMILIES)[number])]!
    row[columns.indexOf(read)]! += 1
  }
  return { labels: columns, counts }
}

/** A mistake that happens often: messages labelled `expected`, read as `read`, that not even `alt` excuses. */
export interface WorstConfusion {
  readonly expected: string
  readonly read: string
  readonly count: number
  /** The surest mistakes first. */
  readonly examples: readonly { readonly text: string; readonly confidence: number }[]
}

const EXAMPLES = 3

/** The `limit` most frequent mistakes, ties by name. */
export function worstConfusions(outcomes: readonly Outcome[], limit = 10): WorstConfusion[] {
  const groups = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    if (outcome.lenient) continue
    const key = `${outcome.expected}\t${outcome.read}`
    groups.set(key, [...(groups.get(key) ?? []), outcome])
  }
  return [...groups]
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([, group]) => ({
      expected: group[0]!.expected,
      read: group[0]!.read,
      count: group.length,
      examples: [...group]
        .sort((a, b) => b.confidence - a.confidence)
        .slice(0, EXAMPLES)
        .map(({ row, confidence }) => ({ text: row.text, confidence })),
    }))
}
