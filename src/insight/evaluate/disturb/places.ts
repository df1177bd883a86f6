import type { Draw } from './seeded.ts'

/** A stretch of a text that may be written differently. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly becomes: string
}

/** Long messages get two slips, the others one. */
const LONG = { characters: 12, words: 8 } as const

/** Writes one or two of the places differently, far enough from each other not to touch; undefined when there are none. */
export function slip(text: string, places: readonly Place[], draw: Draw): string | undefined {
  if (places.length === 0) return undefined
  const first = draw.pick(places)
  const long = text.length > LONG.characters && (/[\u3400-\u9fff]/.test(text) || text.split(/\s+/).length > LONG.words)
  const rest = long ? places.filter(({ start, end }) => end < first.start || start > first.end) : []
  const chosen = rest.length === 0 ? [first] : [first, draw.pick(rest)]
  return chosen
    .sort((a, b) => b.start - a.start)
    .reduce((made, { start, end, becomes }) => made.slice(0, start) + becomes + made.slice(end), text)
}

/** Every match of a global pattern, with what it becomes; `undefined` passes it over. */
export function placesOf(text: string, pattern: RegExp, becomes: (match: string) => string | undefined): Place[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const written = becomes(match[0])
    return written === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, becomes: written }]
  })
}
