import { extract, MARK, normalise } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { readFigures } from './figures.ts'
import { readClaims } from './read-claims.ts'

/** What a reader of replies must know of the store: which products a text names, by id. */
export interface Names {
  readonly products: (text: string) => readonly { readonly id: string; readonly start: number; readonly end: number }[]
}

/** A piece of a text that a rewrite may not change. Two texts say the same when their facts are the same. */
export interface Fact {
  /** What is compared only with its like: `cny`, `colour`, `return` … */
  readonly kind: string
  readonly is: string
  readonly lock: 'keep' | 'add' | 'lose'
  /** UTF-16 offsets of the original; for figures, names, links and codes the stretch that a placeholder stands for. */
  readonly start: number
  readonly end: number
  readonly isLiteral: boolean
  readonly isCounted: boolean
  /** Which clause of the text it stands in. */
  readonly clause: number
}

/** Slots whose values are names; numbers are read as figures. */
const NAMED: ReadonlySet<string> = new Set([
  'colour',
  'courier',
  'region',
  'flavour',
  'product_ref',
  'order_no',
  'tracking_no',
  'phone',
  'email',
  'bank_card',
  'id_card',
  'address',
])
/** Days and dates are one kind, so that two of them cannot change places. */
const DAYS = /^(?:today|tomorrow|day after|yesterday|weekday \d|weekend|holiday|this week|next week|month)$/
/** Latin words that name nothing. */
const PLAIN_LATIN: ReadonlySet<string> = new Set(['ok', 'hi', 'hello', 'i', 'a', "i'm", "i'll", "i've", "i'd"])

/** Every fact of a text, from left to right. */
export function readFacts(text: string, locale: Locale, names: Names): Fact[] {
  const { text: form, at } = normalise(text)
  const clauses = clauseStarts(form)
  const facts: Fact[] = []
  const add = (
    kind: string,
    is: string,
    from: number,
    to: number,
    lock: Fact['lock'] = 'keep',
    isLiteral = true,
    isCounted = false,
  ) => {
    const clause = clauses.findLastIndex((start) => start <= from)
    facts.push({ kind, is, lock, start: at[from]!, end: endOf(text, at, to), isLiteral, isCounted, clause })
  }
  for (let i = form.indexOf(MARK.url); i >= 0; i = form.indexOf(MARK.url, i + 1)) {
    add('link', `link ${text.slice(at[i]!, at[i + 1]).trim()}`, i, i + 1)
  }
  for (const { is, from, to } of readFigures(form)) add(is.slice(0, is.indexOf(':')), is, from, to)
  for (const { id, lock, denied, isCounted, from, to } of readClaims(form, locale)) {
    add(DAYS.test(id) ? 'date' : id, denied ? `no ${id}` : id, from, to, lock, false, isCounted)
  }
  const place = (start: number) => at.findLastIndex((offset) => offset <= start)
  const isTaken = (start: number, end: number) =>
    facts.some((fact) => fact.isLiteral && fact.start < end && start < fact.end)
  const isWithin = (start: number, end: number) =>
    facts.some((fact) => fact.isLiteral && fact.start <= start && end <= fact.end)
  for (const { slot, value, start, end } of extract(text, { locale, resolveProduct: names.products })) {
    if (NAMED.has(slot) && !isTaken(start, end)) add(slot, `${slot} ${value}`, place(start), place(end - 1) + 1)
  }
  for (const { word, start, end } of latinWords(text, locale)) {
    if (!isWithin(start, end)) add('latin', `latin ${word}`, place(start), place(end - 1) + 1)
  }
  return facts.sort((a, b) => a.start - b.start || a.end - b.end)
}

function endOf(text: string, at: readonly number[], to: number): number {
  const last = at[to - 1]!
  const next = last + (text.codePointAt(last)! > 0xffff ? 2 : 1)
  const end = Math.max(next, at[to] ?? text.length)
  return next + text.slice(next, end).trimEnd().length
}

function clauseStarts(form: string): number[] {
  const starts = [0]
  for (const end of form.matchAll(/[,。!?;\n~…]|\.(?!\d)/g)) starts.push(end.index + 1)
  return starts
}

const LATIN = /[A-Za-zＡ-Ｚａ-ｚÀ-ɏА-я][A-Za-z0-9Ａ-Ｚａ-ｚÀ-ɏА-я０-９'’+-]*/g

/** Sizes, codes, brands: among other scripts every Latin word, in English those written as names are. */
function latinWords(text: string, locale: Locale) {
  return [...text.matchAll(LATIN)].flatMap((match) => {
    const word = match[0].normalize('NFKC').toLowerCase().replace('’', "'")
    if (PLAIN_LATIN.has(word)) return []
    const start = match.index
    if (locale === 'en' && !isName(match[0].normalize('NFKC'), text.slice(0, start))) return []
    return [{ word, start, end: start + match[0].length }]
  })
}

function isName(word: string, before: string): boolean {
  if (/\d/.test(word) || /^[A-Z]+$/.test(word) || /[a-z][A-Z]|[^\x00-\x7f]/.test(word)) return true
  return /^[A-Z]/.test(word) && !/(?:^|[.!?:;\n—"“(]|[^\w\s,'’&-])\s*$/.test(before)
}
