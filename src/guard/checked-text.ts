import { normalise } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import type { GuardContext } from './context.ts'
import type { LocaleScanners, ScanName, Scanners } from './lists.ts'
import { type PrintedSpan, printedSpans } from './printed-spans.ts'
import type { Match } from './word-list.ts'

/** A word-list match with its place in the original (`start`, `end`) and in the matching form (`from`, `to`). */
export interface Hit extends Match {
  readonly start: number
  readonly end: number
}

/** A text under check, read in its matching form and reported in its original one. */
export interface CheckedText {
  readonly original: string
  readonly text: string
  readonly hits: (list: ScanName) => Hit[]
  /** Like `hits`, seeing through dots, dashes and spaces put between the letters. */
  readonly disguisedHits: (list: ScanName) => Hit[]
  /** A stretch of the matching form as a hit, for rules that search by themselves. */
  readonly at: (from: number, to: number) => Hit
  /** The clause of the matching form around a stretch. */
  readonly clause: (from: number, to: number) => Hit & { readonly text: string }
  /** The slots printed in a span of the original whose name begins with one of the prefixes. */
  readonly prints: (span: { start: number; end: number }, ...prefixes: string[]) => boolean
}

const NONE: Hit[] = []
const SEPARATOR = /[\s._*·•|~\-—/\\]/
const CLAUSE_END = /[,。!?;\n…]|\.(?!\d)/
const TRAILING = /[\s\u200b-\u200f\u2060\ufeff]/

/** Reads a text once for all rules. */
export function readText(original: string, context: GuardContext, lists: LocaleScanners): CheckedText {
  const { text, at: offsets } = normalise(original)
  const locales = localesOf(text, context.locale)
  const plain = readersOf(text, locales, lists)
  let isPlain: boolean | undefined
  let squeezed: Squeezed | undefined
  let printed: PrintedSpan[] | undefined

  const at = (from: number, to: number, match?: Match): Hit => {
    const start = offsets[from]!
    // a letter that the matching form widened (㎏ -> kg) may end where it began: then it counts whole
    let end = Math.max(offsets[to]!, start + (original.codePointAt(start)! > 0xffff ? 2 : 1))
    while (end > start + 1 && TRAILING.test(original[end - 1]!)) end -= 1
    return { from, to, start, end, fix: match?.fix, act: match?.act }
  }
  const place = (match: Match) => at(match.from, match.to, match)
  return {
    original,
    text,
    at,
    hits: (list) => collect(plain, list, text, place),
    disguisedHits: (list) => {
      isPlain ??= !SEPARATOR.test(text)
      if (isPlain) return collect(plain, list, text, place)
      squeezed ??= squeeze(text, locales, lists)
      const { text: form, at: places, readers } = squeezed
      return collect(readers, list, form, (match) => at(places[match.from]!, places[match.to - 1]! + 1, match))
    },
    clause: (from, to) => {
      let first = from
      let last = to
      while (first > 0 && !endsClause(text, first - 1)) first -= 1
      while (last < text.length && !endsClause(text, last)) last += 1
      return { ...at(first, Math.max(last, first + 1)), text: text.slice(first, last) }
    },
    prints: (span, ...prefixes) => {
      printed ??= printedSpans(original, context)
      return printed.some(
        (one) => one.start < span.end && span.start < one.end && prefixes.some((prefix) => one.name.startsWith(prefix)),
      )
    },
  }
}

interface Reader {
  readonly candidates: ReadonlySet<ScanName>
  readonly scan: Scanners['scan']
}

function readersOf(text: string, locales: readonly Locale[], lists: LocaleScanners): Reader[] {
  return locales.map((locale) => ({ candidates: lists[locale].candidates(text), scan: lists[locale].scan }))
}

function collect(readers: readonly Reader[], list: ScanName, form: string, place: (match: Match) => Hit): Hit[] {
  let hits = NONE
  for (const { candidates, scan } of readers) {
    if (candidates.has(list)) hits = [...hits, ...scan(list, form).map(place)]
  }
  return hits
}

interface Squeezed {
  readonly readers: readonly Reader[]
  readonly text: string
  readonly at: readonly number[]
}

function squeeze(text: string, locales: readonly Locale[], lists: LocaleScanners): Squeezed {
  let out = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    if (SEPARATOR.test(text[i]!)) continue
    out += text[i]
    at.push(i)
  }
  return { text: out, at, readers: readersOf(out, locales, lists) }
}

function endsClause(text: string, index: number): boolean {
  const two = text.slice(index, index + 2)
  return CLAUSE_END.exec(two)?.index === 0
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
