import type { Locale } from '../../protocol/index.ts'
import type { Near } from '../../suggest/index.ts'
import { ENOUGH_AGENTS } from './enough-agents.ts'

/** What was sent in reply to a message; `scriptId` is empty for own words. `grams` as `messageGrams` makes them. */
export interface PastReply {
  readonly scriptId: string
  readonly topic: string
  readonly agent: string
  readonly locale: Locale
  readonly grams: readonly number[]
}

/** The replies that were really sent, found by the messages they answered. */
export interface History {
  readonly size: number
  add(reply: PastReply): void
  find(grams: readonly number[], locale: Locale): Near[]
  /** Oldest first. */
  saved(): PastReply[]
}

/** Replies kept; the oldest go. */
const KEPT = 4_096
/** Replies kept per pair of letters: a pair that stands in more messages tells little. */
const PER_GRAM = 256
/** Messages less alike than this (cosine of their pairs) are not neighbours. */
const ALIKE = 0.5
const NEIGHBOURS = 32
/** So much is taken as replied otherwise: a single neighbour is no rule. */
const DOUBT = 1
const FOUND = 5
const NONE: readonly number[] = []

export function createHistory(saved: readonly PastReply[] = []): History {
  // a ring: reply number `i` lies in slot `i % KEPT`
  const ring: PastReply[] = []
  const byGram = new Map<number, number[]>()
  /** Scratch of a look-up: per slot how many pairs are shared, 0 between calls, and the places that share any. */
  const shared = new Uint16Array(KEPT)
  const touched = new Uint32Array(KEPT)
  let count = 0

  function forgetOldest(): void {
    const oldest = count - KEPT
    for (const gram of ring[oldest % KEPT]!.grams) {
      const places = byGram.get(gram)!
      if (places[0] === oldest) places.shift()
      if (places.length === 0) byGram.delete(gram)
    }
  }

  function add(reply: PastReply): void {
    if (count >= KEPT) forgetOldest()
    ring[count % KEPT] = reply
    for (const gram of reply.grams) {
      const places = byGram.get(gram)
      if (!places) byGram.set(gram, [count])
      else {
        places.push(count)
        if (places.length > PER_GRAM) places.shift()
      }
    }
    count += 1
  }

  /** The replies to the most similar messages, with how similar they are. */
  function neighbours(grams: readonly number[], locale: Locale): Neighbour[] {
    let met = 0
    for (const gram of grams) {
      const places = byGram.get(gram) ?? NONE
      for (let i = 0; i < places.length; i += 1) {
        const slot = places[i]! % KEPT
        if (shared[slot] === 0) {
          touched[met] = places[i]!
          met += 1
        }
        shared[slot]! += 1
      }
    }
    const found: Neighbour[] = []
    // to be alike a message shares so many pairs at least, however short it is: most need no closer look
    const least = grams.length * ALIKE * ALIKE
    for (let i = 0; i < met; i += 1) {
      const place = touched[i]!
      const slot = place % KEPT
      const both = shared[slot]!
      shared[slot] = 0
      if (both < least) continue
      const reply = ring[slot]!
      const alike = both / Math.sqrt(reply.grams.length * grams.length)
      if (alike >= ALIKE && reply.locale === locale) found.push({ reply, alike, place })
    }
    // of equally similar ones the newest
    return found.sort((a, b) => b.alike - a.alike || b.place - a.place).slice(0, NEIGHBOURS)
  }

  for (const reply of saved) add(reply)
  return {
    get size() {
      return Math.min(count, KEPT)
    },
    add,
    find: (grams, locale) => votes(neighbours(grams, locale)),
    saved: () =>
      Array.from({ length: Math.min(count, KEPT) }, (_, i) => ring[(count - Math.min(count, KEPT) + i) % KEPT]!),
  }
}

interface Neighbour {
  readonly reply: PastReply
  readonly alike: number
  readonly place: number
}

/** The scripts that were sent, by the share of similar messages they were sent for. */
function votes(neighbours: readonly Neighbour[]): Near[] {
  const scripts = new Map<string, { topic: string; sum: number; agents: Set<string> }>()
  let sum = DOUBT
  for (const { reply, alike } of neighbours) {
    sum += alike
    if (reply.scriptId === '') continue
    const known = scripts.get(reply.scriptId)
    if (known) {
      known.sum += alike
      known.agents.add(reply.agent)
    } else scripts.set(reply.scriptId, { topic: reply.topic, sum: alike, agents: new Set([reply.agent]) })
  }
  return [...scripts]
    .map(([scriptId, of]): Near => {
      return { scriptId, topic: of.topic, near: of.sum / sum, isTrusted: of.agents.size >= ENOUGH_AGENTS }
    })
    .sort((a, b) => b.near - a.near || (a.scriptId < b.scriptId ? -1 : 1))
    .slice(0, FOUND)
}
