import { createHaystack, type Haystack } from './haystack.ts'
import type { Shelf } from './library.ts'
import { plainWords } from './plain-words.ts'
import type { TextAt } from './wording-texts.ts'

/** The pinyin of a text without tones: one syllable per Chinese character, nothing for what is none. A call into a library, without I/O. */
export type Spell = (text: string) => readonly string[]

/** A shelf as it is found by the letters of its pinyin. */
export interface SpelledShelf {
  /** First letters: 发货 is `fh`. */
  readonly initials: Haystack
  /** Whole syllables: 发货 is `fahuo`. */
  readonly full: Haystack
  /** Whose texts both hold. */
  readonly at: readonly TextAt[]
  /** Whether a syllable begins at the offset of the text. */
  readonly begins: (text: number, offset: number) => boolean
}

/**
 * Spells a shelf, one text per step: the caller decides how many steps it does at a time. Only the short forms: they say the same as the opening ones.
 */
export function* spellShelf({ entries }: Shelf, spell: Spell): Generator<void, SpelledShelf, void> {
  const initials: string[] = []
  const full: string[] = []
  const at: TextAt[] = []
  const begins: Uint16Array[] = []
  for (const [place, { script }] of entries.entries()) {
    for (const [wording, { short }] of script.wordings.entries()) {
      const syllables = spell(plainWords(short))
      at.push({ place, wording, length: 'short' })
      initials.push(syllables.map((syllable) => syllable[0]).join(''))
      full.push(syllables.join(''))
      begins.push(beginningsOf(syllables))
      yield
    }
  }
  return {
    initials: createHaystack(initials),
    full: createHaystack(full),
    at,
    begins: (text, offset) => begins[text]!.includes(offset),
  }
}

function beginningsOf(syllables: readonly string[]): Uint16Array {
  let length = 0
  return Uint16Array.from(syllables, (syllable) => {
    const at = length
    length += syllable.length
    return at
  })
}
