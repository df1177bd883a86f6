import { normalise } from './normalise.ts'
import { CUES_EN } from './tables/cues-en.ts'
import { CUES_KO } from './tables/cues-ko.ts'
import { CUES_ZH } from './tables/cues-zh.ts'

/** What a word may tell: a mood, a way of speaking, how somebody haggles, that they buy or do not, a customer type (playbook 5). */
export type Sign =
  | 'nothing'
  | 'angry'
  | 'insult'
  | 'worried'
  | 'hesitant'
  | 'happy'
  | 'formal'
  | 'slangy'
  | 'bargain'
  | 'insist'
  | 'threat'
  | 'plea'
  | 'buying'
  | 'declines'
  | WordType
export type WordType = 'T01' | 'T03' | 'T04' | 'T08' | 'T09' | 'T11' | 'T13' | 'T15' | 'T16' | 'T17' | 'T22'

/**
 * Words per sign and weight, `|` between them. `a~b` is a and, a little later in the same clause, b; a Latin word stands alone unless it ends in `*`. Of
 * a sign's words that begin at one place the longest counts; `nothing` takes the names of goods and set phrases out of play.
 */
export type CueTable = { readonly [S in Sign]?: Readonly<Record<number, string>> }

/** A word as it is looked for. */
export interface CueWord {
  readonly head: string
  /** What must follow within `GAP`. */
  readonly tail: string | undefined
  readonly latin: boolean
  /** Any ending may follow. */
  readonly open: boolean
  readonly tells: { readonly sign: Sign; readonly weight: number }[]
}

const ONE = 0x10000
/** The words by their first two characters, longest first; under one character those that have no more. */
const ENTRIES = indexed([CUES_ZH, CUES_EN, CUES_KO])
/** 1 for the codes of characters that begin a word: most begin none. */
const BEGINS = Uint8Array.from({ length: ONE }, () => 0)
for (const key of ENTRIES.keys()) BEGINS[Math.floor(key / ONE)] = 1

function indexed(tables: readonly CueTable[]): ReadonlyMap<number, readonly CueWord[]> {
  const entries = new Map<string, CueWord>()
  for (const [sign, weight, word] of tables.flatMap(wordsOf)) {
    const known = entries.get(word) ?? entryOf(word)
    known.tells.push({ sign, weight })
    entries.set(word, known)
  }
  const longestFirst = [...entries.values()].sort((a, b) => lengthOf(b) - lengthOf(a))
  const index = Map.groupBy(longestFirst, ({ head }) => keyOf(head.charCodeAt(0), head.charCodeAt(1) || 0))
  for (const [key, longer] of index) if (key % ONE !== 0) longer.push(...(index.get(key - (key % ONE)) ?? []))
  return index
}

function wordsOf(table: CueTable): [Sign, number, string][] {
  return Object.entries(table).flatMap(([sign, weights]) =>
    Object.entries(weights).flatMap(([weight, words]) =>
      words.split('|').map((word): [Sign, number, string] => [sign as Sign, Number(weight), word]),
    ),
  )
}

function entryOf(word: string): CueWord {
  const [head, tail] = word
    .replace(/\*$/, '')
    .split('~')
    .map((part) => normalise(part).text) as [string, string?]
  return { head, tail, latin: isLatin(head.charCodeAt(0)), open: word.endsWith('*'), tells: [] }
}

function lengthOf({ head, tail }: CueWord): number {
  return head.length + (tail?.length ?? 0)
}

function keyOf(first: number, second: number): number {
  return first * ONE + second
}

/** The words that may stand where a text goes on with these two characters, longest first. */
export function wordsFrom(first: number, second: number): readonly CueWord[] | undefined {
  return BEGINS[first] === 1 ? (ENTRIES.get(keyOf(first, second)) ?? ENTRIES.get(keyOf(first, 0))) : undefined
}

export function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}
