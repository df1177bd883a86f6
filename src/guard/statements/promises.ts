import { normalise } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { clauseOf } from './clause.ts'
import { readStatements } from './read.ts'
import type { Act } from './statement.ts'
import { rangeOf, TIME } from './time-said.ts'

/** An act that a line promises, in UTF-16 offsets of the line; `when` is the time it names, as written and in minutes from now at the latest. */
export interface Promised {
  readonly what: Act | 'free_postage' | 'return_postage' | 'fee' | 'visit'
  readonly when?: { readonly text: string; readonly withinMinutes: number }
  readonly start: number
  readonly end: number
}

/** The promises of an agent's line (R06, R102), from which duties can be made. */
export function promisesIn(original: string, locale: Locale): Promised[] {
  const { text, at } = normalise(original)
  return readStatements(text, locale)
    .filter(({ topic, promise }) => promise !== undefined && topic !== 'deed')
    .sort((a, b) => a.from - b.from)
    .map((stated) => {
      const when = whenIn(clauseOf(text, stated), locale)
      return {
        what: stated.topic === 'postage' ? 'free_postage' : (stated.topic as Exclude<Promised['what'], 'free_postage'>),
        ...(when ? { when } : {}),
        start: at[stated.from]!,
        end: at[stated.to - 1]! + 1,
      }
    })
}

function whenIn(clause: string, locale: Locale): Promised['when'] {
  const found = new RegExp(TIME[locale]).exec(clause)
  if (!found) return undefined
  const range = rangeOf(found[0], '', clause.slice(found.index + found[0].length))
  return range && { text: found[0], withinMinutes: range.high }
}
