import { normalise } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import type { Leaning } from './learned/index.ts'
import type { HiddenListName, Lexicon, LocaleReader, PackScan, ScanName } from './lists.ts'
import type { Match } from './word-list.ts'

/** A word-list match with its place in the original (`start`, `end`) and in the matching form (`from`, `to`). */
export interface Hit extends Match {
  readonly start: number
  readonly end: number
  /** Seen only through a disguise. */
  readonly hidden?: boolean | undefined
}

/** A text under check, read in its matching form and reported in its original one. It is the same wherever the text is said, so it may be kept. */
export interface CheckedText {
  readonly original: string
  readonly text: string
  readonly hits: (list: ScanName) => readonly Hit[]
  /** Like `hits`, seeing through what hides a word: signs and spaces between its letters, homophones, look-alikes, emoji. */
  readonly disguisedHits: (list: HiddenListName) => readonly Hit[]
  /** A stretch of the matching form as a hit, for rules that search by themselves. */
  readonly at: (from: number, to: number) => Hit
  /** The clause of the matching form around a stretch. */
  readonly clause: (from: number, to: number) => Hit & { readonly text: string }
  /** What the sentences read like, by examples; none where nothing was learned. */
  readonly leanings: () => readonly Leaning[]
  /** The text as it reads on a channel, with the lists of that marketplace's pack. */
  readonly on: (channel: string | undefined) => CheckedText
  /** The text with all that any marketplace forbids and none of what one permits. */
  readonly anywhere: () => CheckedText
}

const NONE: readonly Hit[] = []
const TRAILING = /[\s\u200b-\u200f\u2060\ufeff]/

/** Reads a text once for all rules. */
export function readText(original: string, locale: Locale, lexicon: Lexicon): CheckedText {
  const form = normalise(original)
  const { text, at: offsets } = form
  const locales = localesOf(text, locale)

  const at = (from: number, to: number, match?: Match): Hit => {
    const start = offsets[from]!
    // a letter that the matching form widened (㎏ -> kg) may end where it began: then it counts whole
    let end = Math.max(offsets[to]!, start + (original.codePointAt(start)! > 0xffff ? 2 : 1))
    while (end > start + 1 && TRAILING.test(original[end - 1]!)) end -= 1
    return { from, to, start, end, fix: match?.fix, act: match?.act, level: match?.level }
  }
  const scanned = (form: string, as: keyof LocaleReader, place: (match: Match) => Hit) => {
    const found = new Map<ScanName | PackScan, readonly Hit[]>()
    const readers = locales.map((one) => lexicon.locales[one][as](form))
    return (list: ScanName | PackScan): readonly Hit[] => {
      const before = found.size > 0 ? found.get(list) : undefined
      if (before) return before
      let hits: readonly Hit[] | undefined
      for (const matchesOf of readers) {
        const matches = matchesOf(list)
        if (matches) hits = matches.length > 0 ? [...(hits ?? NONE), ...matches.map(place)] : (hits ?? NONE)
      }
      // most lists have nothing to try in a text, and say so as fast as a map
      if (hits) found.set(list, hits)
      return hits ?? NONE
    }
  }
  const plain = scanned(text, 'open', (match) => at(match.from, match.to, match))
  let unmasked: typeof plain | undefined
  const undisguised = () => {
    const meant = lexicon.unmask(form)
    if (!meant) return plain
    // who hides a word did not slip: nothing is put in its place
    const hidden = scanned(meant.text, 'hidden', ({ from, to, act, level }) => ({
      ...at(meant.from[from]!, meant.to[to - 1]!, { from, to, act, level }),
      hidden: true,
    }))
    // what is written openly is found in the open form, with its exceptions and the end of its clause in sight
    return (list: ScanName | PackScan) => joined(plain(list), hidden(list))
  }
  const disguised = (list: ScanName | PackScan) => {
    unmasked ??= undisguised()
    return unmasked(list)
  }
  let leaning: readonly Leaning[] | undefined
  const leanings = () => {
    leaning ??= lexicon.leanings(text)
    return leaning
  }
  const clause: CheckedText['clause'] = (from, to) => {
    let first = from
    let last = to
    while (first > 0 && !endsClause(text, first - 1)) first -= 1
    while (last < text.length && !endsClause(text, last)) last += 1
    return { ...at(first, Math.max(last, first + 1)), text: text.slice(first, last) }
  }
  const reading = (see: (hits: typeof plain, list: ScanName) => readonly Hit[]): CheckedText => ({
    original,
    text,
    at,
    clause,
    hits: (list) => see(plain, list),
    disguisedHits: (list) => see(disguised, list),
    leanings,
    on,
    anywhere,
  })
  let last: { readonly channel: string; readonly text: CheckedText } | undefined
  const on = (channel: string | undefined): CheckedText => {
    const pack = channel === undefined ? undefined : lexicon.packs.get(channel)
    if (channel === undefined || !pack) return base
    if (last?.channel === channel) return last.text
    const read = reading((hits, list) => {
      const own = pack.get(list)
      return own ? packed(hits(list), hits(own.forbidden), () => hits(own.permitted)) : hits(list)
    })
    last = { channel, text: read }
    return read
  }
  const anywhere = (): CheckedText =>
    reading((hits, list) => {
      let all = hits(list)
      for (const more of lexicon.forbidden.get(list) ?? NO_LISTS) all = joined(all, hits(more))
      return all
    })
  const base = reading((hits, list) => hits(list))
  return base
}

const NO_LISTS: readonly PackScan[] = []

/** What a list finds on a channel: nothing in what the pack permits, and of two that overlap the heavier; a mild word of the pack excuses nothing. */
function packed(common: readonly Hit[], own: readonly Hit[], permitted: () => readonly Hit[]): readonly Hit[] {
  if (common.length === 0) return own
  const free = permitted()
  const left = free.length === 0 ? common : common.filter((hit) => !free.some((phrase) => overlaps(phrase, hit)))
  const heavy = own.filter(({ level }) => level === 'block')
  return joined(joined(heavy, left), own)
}

/** The hits of both, where they overlap the first's. */
function joined(first: readonly Hit[], second: readonly Hit[]): readonly Hit[] {
  if (first.length === 0) return second
  if (second.length === 0) return first
  const more = second.filter((hit) => !first.some((one) => overlaps(one, hit)))
  return more.length === 0 ? first : [...first, ...more]
}

function overlaps(a: Hit, b: Hit): boolean {
  return a.from < b.to && b.from < a.to
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
