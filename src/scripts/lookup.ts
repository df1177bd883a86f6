import { normalise } from '../intents/index.ts'
import type { FOUND_BY } from '../protocol/index.ts'
import type { Entry, Shelf } from './library.ts'
import { plainWords } from './plain-words.ts'
import type { SpelledShelf } from './spelled-shelf.ts'
import { type FormAt, type WordingTexts, wordingTexts } from './wording-texts.ts'

export type FoundBy = (typeof FOUND_BY)[number]

/**
 * A script found; `grade` 0 = what was typed is its code, or what it begins with, 1 = the beginning of its code, or what stands within. `at` is the text it was found
 * in, where it was one.
 */
export interface Match {
  readonly entry: Entry
  readonly by: FoundBy
  readonly grade: 0 | 1
  readonly at?: FormAt
}

/** Looks scripts up by what an agent types. */
export interface Lookup {
  /** By all that is at hand now: by pinyin only once that is spelled. */
  find(shelf: Shelf, typed: string, limit: number): readonly Match[]
  /** Resolves once the shelf can be searched by all that `typed` may be. */
  ready(shelf: Shelf, typed: string): Promise<void>
}

/** One letter is in every text. */
const LETTERS = /^[a-z]{2,40}$/

/** Whether what was typed may be pinyin or its initials. */
export const mayBePinyin = (typed: string): boolean => LETTERS.test(lettersOf(typed))

/**
 * The scripts that fit what was typed: by short code, pinyin initials, full pinyin, text, then by words (BM25); what begins with it before what has it within, ties
 * by the library's order. `spelled` is absent where there is no pinyin.
 */
export function lookUp(shelf: Shelf, typed: string, limit: number, spelled?: SpelledShelf): Match[] {
  const { entries } = shelf
  const written = normalise(typed).text.trim()
  if (written === '') return []
  const found = new Map<number, Match>()
  const letters = lettersOf(typed)

  /** Adds what was found in one way, those of grade 0 first, each in the library's order. */
  function add(by: FoundBy, finds: ReadonlyMap<number, Find>): void {
    const news = [...finds].filter(([place]) => !found.has(place))
    news.sort(([a, one], [b, other]) => one.grade - other.grade || a - b)
    for (const [place, find] of news.slice(0, limit - found.size))
      found.set(place, { entry: entries[place]!, by, ...find })
  }

  add('code', byCode(entries, typed.trim().toLowerCase()))
  if (spelled && LETTERS.test(letters)) {
    const { initials, full, at, begins } = spelled
    add('initials', findsIn({ hay: initials, at }, letters))
    add('pinyin', findsIn({ hay: full, at }, letters, begins))
  }
  if (found.size < limit) add('text', findsIn(textsOf(shelf), written))
  if (found.size < limit) {
    for (const { document } of shelf.index.search(typed, limit)) {
      if (found.size === limit) break
      if (!found.has(document)) found.set(document, { entry: entries[document]!, by: 'words', grade: 1 })
    }
  }
  return [...found.values()]
}

/** Looks up without pinyin. */
export const plainLookup: Lookup = { find: lookUp, ready: async () => undefined }

function lettersOf(typed: string): string {
  return typed.toLowerCase().replace(/[\s']/g, '')
}

type Find = Pick<Match, 'grade' | 'at'>

function byCode(entries: readonly Entry[], typed: string): Map<number, Find> {
  const finds = new Map<number, Find>()
  for (const [place, { script }] of entries.entries()) {
    const code = script.code?.toLowerCase()
    if (code?.startsWith(typed)) finds.set(place, { grade: code === typed ? 0 : 1 })
  }
  return finds
}

function findsIn({ hay, at }: WordingTexts, needle: string, counts?: (text: number, offset: number) => boolean) {
  const finds = new Map<number, Find>()
  hay.find(needle, (text, offset) => {
    if (counts && !counts(text, offset)) return
    const { place, ...form } = at[text]!
    const grade = offset === 0 ? 0 : 1
    const known = finds.get(place)
    if (!known || grade < known.grade) finds.set(place, { grade, at: form })
  })
  return finds
}

/** The wordings of a shelf; made when it is searched for the first time. */
const texts = new WeakMap<Shelf, WordingTexts>()

function textsOf(shelf: Shelf): WordingTexts {
  const known = texts.get(shelf)
  if (known) return known
  const made = wordingTexts(shelf, ['short', 'open'], plainWords)
  texts.set(shelf, made)
  return made
}
