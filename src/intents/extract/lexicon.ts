import type { SlotName } from '../slots.ts'
import { COLOURS } from '../tables/colours.ts'
import { COURIERS } from '../tables/couriers.ts'
import { DECOYS } from '../tables/decoys.ts'
import { FLAVOURS } from '../tables/flavours.ts'
import { RECEIVERS } from '../tables/receivers.ts'
import { REGIONS } from '../tables/regions.ts'

/** A word of a table: which slot it speaks of and the canonical value. A decoy has no slot and only hides what lies inside it. */
export interface Word {
  readonly text: string
  readonly slot?: SlotName
  readonly value: string
  /** A place inside the region that `value` names. */
  readonly place?: string
}

/** A word of a table where it stands in a text. */
export interface WordHit extends Word {
  readonly start: number
}

const LEXICON = buildLexicon()
/** 1 for the characters that words begin with: quicker than asking the lexicon for each character of a message. */
const BEGINS = new Uint8Array(0x10000)
for (const first of LEXICON.keys()) BEGINS[first < 0x10000 ? first : first >> 16] = 1

/** Words by their key, the longest first. */
function buildLexicon(): Map<number, Word[]> {
  const words: Word[] = DECOYS.map((text) => ({ text: text.replaceAll('_', ' '), value: '' }))
  const list = (slot: SlotName, table: Readonly<Record<string, string>>) => {
    for (const [value, names] of Object.entries(table)) {
      for (const text of split(names)) words.push({ text, slot, value })
    }
  }
  list('courier', COURIERS)
  list('colour', COLOURS)
  list('flavour', FLAVOURS)
  list('receiver', RECEIVERS)
  for (const [value, { also, places }] of Object.entries(REGIONS)) {
    for (const text of [value.toLowerCase(), ...split(also)]) words.push({ text, slot: 'region', value })
    for (const text of split(places)) words.push({ text, slot: 'region', value, place: text })
  }
  const index = new Map<number, Word[]>()
  for (const word of words) {
    const first = keyAt(word.text, 0)
    const bucket = index.get(first)
    if (bucket) bucket.push(word)
    else index.set(first, [word])
  }
  for (const bucket of index.values()) bucket.sort((a, b) => b.text.length - a.text.length)
  return index
}

/** Words are found by their first character, Latin ones, of which many begin alike, by two. */
function keyAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return isLatin(code) ? code * 0x10000 + (text.charCodeAt(index + 1) || 0) : code
}

/** Names stand apart by spaces; one that has a space itself is written with "_". */
function split(names: string): string[] {
  return names === '' ? [] : names.split(' ').map((name) => name.replaceAll('_', ' '))
}

/** Finds the words of all tables, left to right, the longest at each place. Latin words must stand alone. */
export function readWords(text: string): WordHit[] {
  const out: WordHit[] = []
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isLatin(code) && isLatin(text.charCodeAt(i - 1))) continue
    const bucket = BEGINS[code] === 1 ? LEXICON.get(keyAt(text, i)) : undefined
    const word = bucket && longestAt(text, i, bucket)
    if (!word) continue
    if (word.slot !== undefined) out.push({ ...word, start: i })
    i += word.text.length - 1
  }
  return out
}

function longestAt(text: string, index: number, bucket: readonly Word[]): Word | undefined {
  for (const word of bucket) {
    if (text.startsWith(word.text, index) && standsAlone(text, index, word.text)) return word
  }
  return undefined
}

function standsAlone(text: string, start: number, word: string): boolean {
  return (
    !isLatin(word.charCodeAt(0)) ||
    (!isLatin(text.charCodeAt(start - 1)) && !isLatin(text.charCodeAt(start + word.length)))
  )
}

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}
