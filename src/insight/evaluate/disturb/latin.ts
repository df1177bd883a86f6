import { type Place, slip } from './places.ts'
import type { Draw } from './seeded.ts'

type Slip = (text: string, draw: Draw) => string | undefined

/** Slips happen inside longer words; the first letter is nearly always right. */
const WORD = /[a-z]{4,}/gi

/** One place per word: at a letter after the first that has another behind it. */
function inWords(text: string, draw: Draw, becomes: (two: string) => string): Place[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const at = 1 + draw.index(word.length - 2)
    const two = word.slice(at, at + 2)
    const start = index + at
    return becomes(two) === two ? [] : [{ start, end: start + 2, becomes: becomes(two) }]
  })
}

/** shipping -> shpiping. */
export const swapped: Slip = (text, draw) =>
  slip(
    text,
    inWords(text, draw, (two) => two[1]! + two[0]!),
    draw,
  )

/** shipping -> shiping. */
export const dropped: Slip = (text, draw) =>
  slip(
    text,
    inWords(text, draw, (two) => two[1]!),
    draw,
  )

/** shipping -> shhipping. */
export const doubled: Slip = (text, draw) =>
  slip(
    text,
    inWords(text, draw, (two) => two[0]! + two),
    draw,
  )
