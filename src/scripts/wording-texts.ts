import { createHaystack, type Haystack } from './haystack.ts'
import type { Shelf } from './library.ts'

/** Which form of which wording of a script. */
export interface FormAt {
  readonly wording: number
  readonly length: 'open' | 'short'
}

/** One text of a shelf: the place of its script there, and which form of it. */
export interface TextAt extends FormAt {
  readonly place: number
}

/** Texts of a shelf to search in, and whose they are. */
export interface WordingTexts {
  readonly hay: Haystack
  readonly at: readonly TextAt[]
}

/** The texts of the named forms, short before open, each as `write` makes it of the wording. */
export function wordingTexts(
  { entries }: Shelf,
  lengths: readonly FormAt['length'][],
  write: (wording: string) => string,
): WordingTexts {
  const at: TextAt[] = []
  const texts: string[] = []
  for (const [place, { script }] of entries.entries()) {
    for (const [wording, forms] of script.wordings.entries()) {
      for (const length of lengths) {
        at.push({ place, wording, length })
        texts.push(write(forms[length]))
      }
    }
  }
  return { hay: createHaystack(texts), at }
}
