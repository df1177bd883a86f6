import { isDenied, isHearsay, isLeftOpen } from './clause.ts'
import { type CueWord, isLatin, type Sign, wordsFrom } from './cue-words.ts'

/** A telling word of a message. A denied one (不着急, not angry) has a weight below zero, one that is left open (好看吗) none. */
export interface Cue {
  readonly sign: Sign
  readonly weight: number
  readonly word: string
}

const GAP = 6
/** What a denied word says against its sign. */
const DENIED = -0.6
const CAN_BE_DENIED: ReadonlySet<Sign> = new Set([
  'angry',
  'insult',
  'worried',
  'hesitant',
  'happy',
  'buying',
  'T13',
  'T15',
  'T16',
])
/** What somebody else says of the goods is not what the shopper feels. */
const OF_OTHERS: ReadonlySet<Sign> = new Set(['angry', 'insult', 'happy'])

/** The telling words of a message in matching form, in order, each once; none within quotation marks. */
export function cuesIn(text: string): Cue[] {
  const cues: Cue[] = []
  for (let i = 0; i < text.length; ) i += addCuesAt(text, i, cues) || quotedFrom(text, i) || 1
  return cues
}

/** Adds what the words tell that begin here, and gives the length of the longest. */
function addCuesAt(text: string, start: number, cues: Cue[]): number {
  const first = text.charCodeAt(start)
  // within a Latin word none begins
  if (isLatin(first) && isLatin(text.charCodeAt(start - 1))) return 0
  const words = wordsFrom(first, text.charCodeAt(start + 1))
  if (words === undefined) return 0
  const from = cues.length
  let longest = 0
  for (const word of words) {
    if (!stands(word, text, start)) continue
    const { head } = word
    longest ||= head.length
    for (const { sign, weight } of word.tells) {
      if (sign === 'nothing') return longest
      if (cues.some((cue, i) => cue.sign === sign && (i >= from || cue.word === head))) continue
      cues.push({ sign, weight: heardAs(sign, weight, text, start, start + head.length), word: head })
    }
  }
  return longest
}

function heardAs(sign: Sign, weight: number, text: string, start: number, end: number): number {
  if (OF_OTHERS.has(sign) && isHearsay(text, start)) return 0
  if (CAN_BE_DENIED.has(sign) && isDenied(text, start, end)) return DENIED * weight
  return sign === 'happy' && isLeftOpen(text, end) ? 0 : weight
}

function stands({ head, tail, latin, open }: CueWord, text: string, start: number): boolean {
  if (!text.startsWith(head, start)) return false
  const end = start + head.length
  if (latin && (isLatin(text.charCodeAt(start - 1)) || (!open && isLatin(text.charCodeAt(end))))) return false
  if (tail === undefined) return true
  const found = text.slice(end, end + GAP + tail.length).indexOf(tail)
  return found >= 0 && !/[,.!?;。、]/.test(text.slice(end, end + found))
}

/** Marks that open a quotation, by their code, and the mark that closes it. */
const CLOSING: ReadonlyMap<number, string> = new Map(
  ['""', '“”', '「」', '『』', '《》'].map((pair) => [pair.charCodeAt(0), pair[1]!]),
)
const LONGEST_QUOTE = 40

/** The length of a quotation that begins here, or 0. */
function quotedFrom(text: string, start: number): number {
  const close = CLOSING.get(text.charCodeAt(start))
  if (close === undefined) return 0
  const end = text.indexOf(close, start + 1)
  return end > 0 && end - start <= LONGEST_QUOTE ? end + 1 - start : 0
}
