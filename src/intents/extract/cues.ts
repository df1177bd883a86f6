/**
 * A cheap proof that a pattern cannot match. A reader names the characters of which its pattern needs at least one; one pass over a message tells which of
 * these cues it has. Most messages carry nothing to extract, and then most patterns need not run.
 */
const table = new Uint16Array(0x10000)
let next = 1

/** A new cue: a bit of `cuesOf`. `characters` are written as inside the brackets of a pattern, with ranges: "号码a-z". */
export function cue(characters: string): number {
  const bit = next
  next <<= 1
  if (bit > 0xffff) throw new RangeError('more cues than bits')
  for (const [single, from, to] of characters.matchAll(/(.)-(.)|./g)) {
    const last = (to ?? single).charCodeAt(0)
    for (let code = (from ?? single).charCodeAt(0); code <= last; code += 1) table[code]! |= bit
  }
  return bit
}

/** Latin letters or Hangul: without them no English or Korean pattern can match. */
export const FOREIGN_CUE = cue('a-z가-힣')

/** The cues of a text, one bit each. */
export function cuesOf(text: string): number {
  let cues = 0
  for (let i = 0; i < text.length; i += 1) cues |= table[text.charCodeAt(i)]!
  return cues
}
