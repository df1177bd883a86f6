import type { Haggle, State } from '../protocol/index.ts'
import type { WordType } from './cue-words.ts'
import type { Cue } from './cues.ts'
import { type Said, told } from './said.ts'

type Types = State['types']
type Seen = Types[number]

const WORD_TYPES: ReadonlySet<string> = new Set<WordType>([
  'T01',
  'T03',
  'T04',
  'T08',
  'T09',
  'T11',
  'T13',
  'T15',
  'T16',
  'T17',
  'T22',
])
/** What a topic says of the person, times its confidence. */
const SOUNDS: Readonly<Record<string, readonly [id: string, share: number]>> = {
  'acknowledgement.browse': ['T11', 0.6],
  'acknowledgement.price_accept': ['T04', 0.4],
  'product_info.authentic': ['T08', 0.4],
  'product_info.photo_match': ['T08', 0.35],
  'product_info.flaw': ['T09', 0.25],
  'recommendation.gift': ['T15', 0.35],
  'recommendation.either_or': ['T12', 0.3],
  'size_fit.child': ['T13', 0.5],
  'shipping_time.soon': ['T16', 0.4],
  'complaint_dispute.abuse': ['T21', 0.25],
  'greeting.returning': ['T22', 0.35],
}
/** Topics that ask about goods; who goes on after so many messages asks to the bottom. */
const ABOUT_GOODS: ReadonlySet<string> = new Set(['product_info', 'size_fit', 'recommendation', 'stock_availability'])
const MANY = 3
const ONE_MORE = 0.25

/** What of a score is left after each message, from which score on a type is kept, and how many are. */
const KEPT = 0.92
const LEAST = 0.12
const MOST = 6
const EVIDENCE = 20

/** What else was heard in the message; `turn` counts the shopper's messages. */
interface Heard {
  readonly mood: State['mood']
  readonly haggle: Haggle | undefined
  readonly turn: number
}

/** The customer types (playbook 5) after a message, surest first: signs add up, and fade when they stay away. */
export function typesAfter(before: Types, message: Said, heard: Heard): Types {
  const seen = seenIn(message, heard)
  if (before.length === 0 && seen.length === 0) return before
  const types = new Map(before.map((type) => [type.id, { ...type, score: type.score * KEPT }]))
  for (const { id, score, evidence } of seen) {
    const known = types.get(id)
    types.set(id, { id, score: 1 - (1 - (known?.score ?? 0)) * (1 - score), evidence })
  }
  // who bargains on no longer only tests the price
  if (types.has('T06')) types.delete('T05')
  return [...types.values()]
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, score, evidence }) => ({ id, score: Math.round(score * 100) / 100, evidence }))
}

function seenIn(message: Said, { mood, haggle, turn }: Heard): Seen[] {
  const { cues, intents, text } = message
  const seen: Seen[] = []
  for (const { sign, weight, word } of cues) {
    if (WORD_TYPES.has(sign) && weight > 0) seen.push({ id: sign, score: weight, evidence: word })
    else if (sign === 'insult' && weight > 0) seen.push({ id: 'T21', score: 0.8, evidence: word })
  }
  const whole = text.slice(0, EVIDENCE)
  const also = (id: string, score: number, evidence = whole) => seen.push({ id, score, evidence })
  const wordOf = (sign: string) => {
    let best: Cue | undefined
    for (const cue of cues) if (cue.sign === sign && cue.weight > (best?.weight ?? 0)) best = cue
    return best?.word
  }
  const first = intents[0]
  if (first) {
    const sounds = SOUNDS[first.name]
    if (sounds) also(sounds[0], sounds[1] * first.confidence)
    if (ABOUT_GOODS.has(first.family) && turn > MANY) also('T10', ONE_MORE)
  }
  if (haggle) also(haggle === 'probe' ? 'T05' : 'T06', 0.6, wordOf('bargain') ?? wordOf(haggle))
  if (mood === 'hesitant') also('T12', 0.5, wordOf('hesitant'))
  if (mood === 'angry' && told(message, 'angry') > 0) also('T20', 0.6, wordOf('angry'))
  if (told(message, 'formal') >= 0.6) also('T19', 0.5, wordOf('formal'))
  return seen
}
