import type { Locale, Tone } from '../../protocol/index.ts'
import { type Names, readFacts } from './facts.ts'
import { foreignClause, newLetters } from './foreign-clause.ts'
import { isIn } from './language.ts'
import { restore } from './placeholders.ts'
import type { Printed } from './printed.ts'
import { changedFact } from './same-facts.ts'

/** What a rewrite is held against. */
export interface Original {
  readonly text: string
  readonly locale: Locale
  readonly target: Locale
  readonly tone: Tone
  readonly values: readonly string[]
  readonly printed: readonly Printed[]
  readonly names: Names
  /** Longest rewrite in characters. */
  readonly limit: number
  /** The rule a text breaks that the suggestion does not, if any. */
  readonly brokenRule: (text: string) => string | undefined
}

export type Accepted = { readonly text: string } | { readonly reason: string }

/** Letters nobody sees: between digits or words they hide what a text says from those who check it. */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/
const JOINER = /\u200d(?!\p{Extended_Pictographic})/u

/** Decides about a finished rewrite, marks still in it. A refusal says why: `added: …`, `lost: …`, `rule: …`, `length`, `language` … */
export function accept(raw: string, original: Original): Accepted {
  const text = restore(unquoted(raw), original.values)
  const reason = text === undefined ? 'marks' : refusal(text, original)
  return reason === undefined ? { text: text! } : { reason }
}

function refusal(text: string, original: Original): string | undefined {
  const { locale, target, names } = original
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  if (HIDDEN.test(text) || JOINER.test(text) || !text.isWellFormed()) return 'hidden letters'
  if (text.length > original.limit) return 'length'
  if (!isIn(target, text)) return 'language'
  const isTranslation = target !== locale
  return (
    changedFact(original, { text, locale: target }, names) ??
    (isTranslation ? undefined : missing(text, original.printed)) ??
    (isTranslation ? undefined : foreign(original, text)) ??
    original.brokenRule(text)
  )
}

/** A value that was printed is data: it stays letter by letter. */
function missing(text: string, printed: readonly Printed[]): string | undefined {
  const lost = printed.find((value) => !text.includes(value.text))
  return lost && `lost: ${lost.name}`
}

/** What came in without being a fact that the tables know. */
function foreign({ text: suggestion, locale, names }: Original, text: string): string | undefined {
  if (foreignClause(suggestion, text, locale) !== undefined) return 'added: a clause of its own'
  if (locale !== 'zh') return undefined
  const letters = newLetters(suggestion, text, readFacts(text, locale, names))
  return letters === '' ? undefined : `added: ${letters}`
}

/** Models like to put an answer into quotation marks. */
function unquoted(raw: string): string {
  const text = raw.trim()
  return /^(?:"[^"]*"|“[^”]*”|「[^」]*」)$/s.test(text) ? text.slice(1, -1).trim() : text
}
