import { normalise } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import type { LocaleScanners, ScanName } from './lists.ts'
import type { Match } from './word-list.ts'

/** A word-list match with its place in the original (`start`, `end`) and in the matching form (`from`, `to`). */
export interface Hit extends Match {
  readonly start: number
  readonly end: number
}

/** A text under check, read in its matching form and reported in its original one. It is the same wherever the text is said, so it may be kept. */
export interface CheckedText {
  readonly original: string
  readonly text: string
  readonly hits: (list: ScanName) => readonly Hit[]
  /** Like `hits`, seeing through dots, dashes and spaces put between the letters. */
  readonly disguisedHits: (list: ScanName) => readonly Hit[]
  /** A stretch of the matching form as a hit, for rules that search by themselves. */
  readonly at: (from: number, to: number) => Hit
  /** The clause of the matching form around a stretch. */
  readonly clause: (from: number, to: number) => Hit & { readonly text: string }
}

const NONE: readonly Hit[] = []
const SEPARATOR = /[\s._*·•|~\-—/\\]/
const TRAILING = /[\s\u200b-\u200f\u2060\ufeff]/

/** Reads a text once for all rules. */
export function readText(original: string, locale: Locale, lists: LocaleScanners): CheckedText {
  const { text, at: offsets } = normalise(original)
  const scanners = localesOf(text, locale).map((one) => lists[one])

  const at = (from: number, to: number, match?: Match): Hit => {
    const start = offsets[from]!
    // a letter that the matching form widened (㎏ -> kg) may end where it began: then it counts whole
    let end = Math.max(offsets[to]!, start + (original.codePointAt(start)! > 0xffff ? 2 : 1))
    while (end > start + 1 && TRAILING.test(original[end - 1]!)) end -= 1
    return { from, to, start, end, fix: match?.fix, act: match?.act }
  }
  const hitsIn = (form: string, place: (match: Match) => Hit): ReadonlyMap<ScanName, readonly Hit[]> => {
    const found = new Map<ScanName, readonly Hit[]>()
    for (const { candidates, scan } of scanners) {
      for (const list of candidates(form)) {
        const matches = scan(list, form)
        if (matches.length > 0) found.set(list, [...(found.get(list) ?? NONE), ...matches.map(place)])
      }
    }
    return found
  }
  const plain = hitsIn(text, (match) => at(match.from, match.to, match))
  const undisguised = () => {
    if (!SEPARATOR.test(text)) return plain
    const { text: form, at: places } = squeeze(text)
    return hitsIn(form, (match) => at(places[match.from]!, places[match.to - 1]! + 1, match))
  }
  let disguised: typeof plain | undefined
  return {
    original,
    text,
    at,
    hits: (list) => plain.get(list) ?? NONE,
    disguisedHits: (list) => {
      disguised ??= undisguised()
      return disguised.get(list) ?? NONE
    },
    clause: (from, to) => {
      let first = from
      let last = to
      while (first > 0 && !endsClause(text, first - 1)) first -= 1
      while (last < text.length && !endsClause(text, last)) last += 1
      return { ...at(first, Math.max(last, first + 1)), text: text.slice(first, last) }
    },
  }
}

/** The text without its separators, and where each letter stood. */
function squeeze(text: string): { text: string; at: number[] } {
  let out = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    if (SEPARATOR.test(text[i]!)) continue
    out += text[i]
    at.push(i)
  }
  return { text: out, at }
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set(',。!?;\n…')

/** A full stop between digits is a decimal point. */
function endsClause(text: string, index: number): boolean {
  const letter = text[index]!
  return CLAUSE_ENDS.has(letter) || (letter === '.' && !/\d/.test(text[index + 1] ?? ''))
}

const HAN = /[\u3400-\u9fff]/
const HANGUL = /[\uac00-\ud7af]/
const LATIN_WORDS = /[a-z]{3}/

/** The locale asked for, and those whose script the text is written in: a reply in another language is checked too. */
function localesOf(text: string, locale: Locale): Locale[] {
  const locales: Locale[] = [locale]
  if (locale !== 'zh' && HAN.test(text)) locales.push('zh')
  if (locale !== 'ko' && HANGUL.test(text)) locales.push('ko')
  if (locale !== 'en' && LATIN_WORDS.test(text)) locales.push('en')
  return locales
}
