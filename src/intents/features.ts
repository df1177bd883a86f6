import { MARK } from './normalise.ts'

/**
 * The features of a message as 32-bit hashes: single characters and pairs of the normalised text with its two ends marked (a mark alone
 * is in every message and tells what to expect of one of which little else is known), triples and fours where
 * letters are Latin, words and pairs of words for Latin text and Hangul, and the shape of numbers. Longer runs of Han characters teach a model its own
 * sentences rather than the language (bench/ablation.ts). Collisions among the some ten thousand features of a model are harmless.
 */
export function featuresOf(normalised: string): number[] {
  const text = shape(normalised)
  const out: number[] = []
  const length = text.length
  for (let i = 0; i < length; i += 1) {
    let hash = 0x811c9dc5
    for (let n = 1; n <= 4 && i + n <= length; n += 1) {
      if (n > 2 && !isLatin(text.charCodeAt(i + 1))) break
      hash = mix(hash, text.charCodeAt(i + n - 1))
      out.push(hash >>> 0)
    }
  }
  addWords(text, out)
  return out
}

const END = '\ue010'

/** Numbers keep only how long they are: 165 and 172 are the same evidence, 165 and 13812345678 are not. */
function shape(normalised: string): string {
  return `${END}${normalised.replace(FIGURE, shapeOf)}${END}`
}

const FIGURE = new RegExp(`\\d+(?:\\.\\d+)?|${MARK.number}`, 'g')

function shapeOf(figure: string): string {
  if (figure === MARK.number) return '\ue006'
  const digits = figure.length
  if (digits === 1) return '\ue004'
  if (digits === 2) return '\ue005'
  if (digits === 3) return '\ue006'
  if (digits <= 5) return '\ue007'
  return digits <= 9 ? '\ue008' : '\ue009'
}

function addWords(text: string, out: number[]): void {
  let previous = 0
  for (const word of text.match(/[a-z']+|[\uac00-\ud7af]+/g) ?? []) {
    const own = hashOf(word, 0x1000193)
    out.push(own)
    if (previous !== 0) out.push((Math.imul(previous, 31) + own) >>> 0)
    previous = own
  }
}

function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) hash = mix(hash, text.charCodeAt(i))
  return hash >>> 0
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) ^ (code << 7)
}

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x20
}
