import { cuts } from './joined.ts'
import type { Entry, Shelf } from './library.ts'
import type { Template } from './template.ts'

const LOOKED_AT = 5

/** The scripts that an agent's text is: one, or two that were joined into one reply, or none for own words. */
export function whoSaid(text: string, shelf: Shelf): readonly Entry[] {
  const found = shelf.index.search(text, LOOKED_AT).map(({ document }) => shelf.entries[document]!)
  const whole = found.find(({ forms }) => forms.some(({ open, short }) => is(text, open) || is(text, short)))
  if (whole) return [whole]
  for (const [first, second] of cuts(text)) {
    const one = whoSaidShort(first, shelf)
    const other = one && whoSaidShort(second, shelf)
    if (other && other !== one) return [one, other]
  }
  const like = found.find(({ forms }) => forms.some(({ open, short }) => isLike(text, open) || isLike(text, short)))
  return like ? [like] : []
}

function whoSaidShort(text: string, shelf: Shelf): Entry | undefined {
  for (const { document } of shelf.index.search(text, LOOKED_AT)) {
    const entry = shelf.entries[document]!
    if (entry.forms.some(({ short }) => is(text, short))) return entry
  }
  return undefined
}

/** Before the first words of a template stands an address word at most, after the last a smile. */
const ADDRESS = /^[^，,]{1,8}[，,]\s*$/
const SMILE = /^[^\p{L}\p{N}]*$/u
const SENTENCE_END = /[。！？]|[.!?]\s/

/** True when `text` is the template with a phrase in each of its slots. */
function is(text: string, template: Template): boolean {
  const pieces = literals(template)
  if (lengthOf(pieces) < LEAST) return false
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    const between = text.slice(at, found)
    const opens = i === 0 && isFirst(piece, template)
    if (opens ? between !== '' && !ADDRESS.test(between) : SENTENCE_END.test(between)) return false
    at = found + piece.length
  }
  const rest = text.slice(at)
  return endsInWords(template) ? SMILE.test(rest) : !SENTENCE_END.test(rest)
}

function isFirst(piece: string, template: Template): boolean {
  const first = template.find((part) => typeof part === 'string' || !part.voice)
  return typeof first === 'string' && trimmed(first) === piece
}

function endsInWords(template: Template): boolean {
  return typeof template.findLast((part) => typeof part === 'string' || !part.voice) === 'string'
}

/** True when most of `text` is the template's words, in their order. */
function isLike(text: string, template: Template): boolean {
  const pieces = literals(template)
  let at = 0
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  const length = lengthOf(pieces)
  return length >= LEAST && length * 2.5 >= text.length
}

/** Fewer characters than this are found in any text. */
const LEAST = 4

function literals(template: Template): string[] {
  return template.flatMap((part) => (typeof part === 'string' ? trimmed(part) || [] : []))
}

function trimmed(part: string): string {
  return part.replace(/^[，,\s]+|[，,.\s]+$/g, '')
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}
