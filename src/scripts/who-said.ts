import type { Locale } from '../protocol/index.ts'
import { cuts } from './joined.ts'
import type { Entry, Shelf } from './library.ts'
import type { Template } from './template.ts'
import { plainVoice } from './voice/voiced.ts'

const LOOKED_AT = 5

/** The scripts that an agent's text is: one, or two that were joined into one reply, or none for own words. */
export function whoSaid(text: string, shelf: Shelf): readonly Entry[] {
  const found = shelf.index.search(text, LOOKED_AT).map(({ document }) => shelf.entries[document]!)
  const whole = found.find(({ forms }) => forms.some(({ open, short }) => is(text, open) || is(text, short)))
  if (whole) return [whole]
  const plain = inPlain(text, shelf)
  const inVoice = found.find((entry) => isInVoice(plain, entry, true))
  if (inVoice) return [inVoice]
  for (const [first, second] of cuts(text)) {
    const one = whoSaidShort(first, shelf)
    const other = one && whoSaidShort(second, shelf)
    if (other && other !== one) return [one, other]
  }
  const like = found.find((entry) => isLikeOne(text, plain, entry))
  return like ? [like] : []
}

function whoSaidShort(text: string, shelf: Shelf): Entry | undefined {
  const plain = inPlain(text, shelf)
  for (const { document } of shelf.index.search(text, LOOKED_AT)) {
    const entry = shelf.entries[document]!
    if (entry.forms.some(({ short }) => is(text, short)) || isInVoice(plain, entry, false)) return entry
  }
  return undefined
}

/** Before the first words of a template stands an address word at most, after the last a smile. */
const ADDRESS = /^[^，,]{1,8}[，,]\s*$/
const SMILE = /^[^\p{L}\p{N}]*$/u
const SENTENCE_END = /[。！？]|[.!?]\s/

/** All scripts of a shelf are in one language. */
const inPlain = (text: string, { entries: [first] }: Shelf) => (first ? plainVoice(text, first.script.locale) : text)

/** True when a text, in the plainest voice, is one of the script's wordings in some store's: particles, and how formal it is, make no other reply of it. */
function isInVoice(plain: string, { forms, script: { locale } }: Entry, mayOpen: boolean): boolean {
  const isPlain = (template: Template) => is(plain, inPlainVoice(template, locale))
  return forms.some(({ open, short }) => isPlain(short) || (mayOpen && isPlain(open)))
}

const PLAIN = new WeakMap<Template, Template>()

function inPlainVoice(template: Template, locale: Locale): Template {
  const known = PLAIN.get(template)
  if (known) return known
  const plain = template
    .map((part) => (typeof part === 'string' ? plainVoice(part, locale) : part))
    .filter((part) => part !== '')
  PLAIN.set(template, plain)
  return plain
}

/** True when `text` is the template with a phrase in each of its slots. */
function is(text: string, template: Template): boolean {
  const pieces = literals(template)
  if (lengthOf(pieces) < LEAST) return false
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    const between = text.slice(at, found)
    const opens = i === 0 && beginsInWords(template)
    if (opens ? between !== '' && !ADDRESS.test(between) : SENTENCE_END.test(between)) return false
    at = found + piece.length
  }
  const rest = text.slice(at)
  return endsInWords(template) ? SMILE.test(rest) : !SENTENCE_END.test(rest)
}

/** … with words, and not with a mark alone. */
function beginsInWords(template: Template): boolean {
  const first = template.find((part) => (typeof part === 'string' ? trimmed(part) !== '' : !part.voice))
  return typeof first === 'string'
}

function endsInWords(template: Template): boolean {
  return typeof template.findLast((part) => typeof part === 'string' || part.slot !== 'smile') === 'string'
}

function isLikeOne(text: string, plain: string, { forms, script: { locale } }: Entry): boolean {
  return forms
    .flatMap(({ open, short }) => [open, short])
    .some((template) => isLike(text, template) || isLike(plain, inPlainVoice(template, locale)))
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

const PIECES = new WeakMap<Template, readonly string[]>()

/** A template's words between its slots. */
function literals(template: Template): readonly string[] {
  const known = PIECES.get(template)
  if (known) return known
  const pieces = template.flatMap((part) => (typeof part === 'string' ? trimmed(part) || [] : []))
  PIECES.set(template, pieces)
  return pieces
}

function trimmed(part: string): string {
  return part.replace(/^[，,\s]+|[，,.\s]+$/g, '')
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}
