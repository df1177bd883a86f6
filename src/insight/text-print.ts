import { remember } from '../intents/index.ts'

/**
 * A text as two of its kind are compared, without the text: what is kept of a chat between two records must not be the chat. `whole` is a hash of all letters
 * and digits, `grams` the sorted 16-bit hashes of its pairs of neighbours.
 */
export interface TextPrint {
  readonly whole: number
  readonly grams: readonly number[]
}

/** Neither words nor numbers: platforms trim spaces, agents add a smile or a 哦, and none of it makes it another reply. A point inside a number stays. */
const NO_LETTER = /[^\p{L}\p{N}.]|(?<!\p{N})\.|\.(?!\p{N})/gu

/** What of a text counts when two are compared: letters and digits, in one width and one case. */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NO_LETTER, '')
}

export function printOfText(text: string): TextPrint {
  const bare = comparable(text)
  // one letter has no neighbour and is compared all the same
  const grams = new Uint16Array(bare.length === 1 ? 1 : Math.max(0, bare.length - 1))
  for (let i = 0; i < grams.length; i += 1) grams[i] = gramOf(bare.charCodeAt(i), bare.charCodeAt(i + 1) || 0)
  return { whole: hashOf(bare), grams: Array.from(grams.sort()) }
}

/** The same of replies: shops say the same again and again, and more than one fold asks for it. */
export const printOfReply: (text: string) => TextPrint = remember(printOfText, 4_096)

/** How many pairs two texts share, each as often as it stands in both. */
export function sharedGrams(a: TextPrint, b: TextPrint): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.grams.length && j < b.grams.length; ) {
    const difference = a.grams[i]! - b.grams[j]!
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return shared
}

/** Dice's coefficient of the pairs, 0..1; 1 for the same letters and digits. Two texts without any are alike only in that. */
export function similarity(a: TextPrint, b: TextPrint): number {
  if (a.whole === b.whole) return 1
  const pairs = a.grams.length + b.grams.length
  // the same pairs in another order are not the same text
  return pairs === 0 ? 0 : Math.min((2 * sharedGrams(a, b)) / pairs, 0.99)
}

function gramOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16
}

/** 53 bits of two multiplicative hashes: among a day's replies no two meet by chance. */
function hashOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
