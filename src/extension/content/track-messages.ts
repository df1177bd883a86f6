import type { Message } from '../../protocol/index.ts'
import { contentHash } from './content-hash.ts'

/** One bubble as it stands in the page now. */
export interface Bubble {
  /** What the platform calls it, when the page tells. */
  readonly platformId: string | undefined
  readonly role: Message['role']
  readonly kind: NonNullable<Message['kind']>
  readonly text: string
  readonly ref?: NonNullable<Message['ref']>
  /** As the page writes it; tells equal texts apart, never sent. */
  readonly time?: string | undefined
}

export type Tracked = Bubble & { readonly messageId: string }

/** What one look at the page tells. */
export interface Seen {
  /** Every bubble of the page, oldest first. */
  readonly all: readonly Tracked[]
  /** Those that came at the end since the last look, and the shopper's that were reworded. */
  readonly added: readonly Tracked[]
  /** Nothing of what was known is there any more: another stretch of the talk, or another talk. */
  readonly isReplaced: boolean
}

interface Known {
  readonly key: string
  readonly messageId: string
  readonly says: string
}

/** The share of the bubbles in view, or of the known ones where those are fewer, that must be known for both to be of one talk. */
const ENOUGH = 0.5
/** Longer talks forget their beginning. */
const MOST_KNOWN = 1_000

/**
 * Gives the bubbles of one conversation ids that stay when the page draws its list again, shows a window of it only, or loads older messages above: each look is
 * laid along what is known, and what stands beyond the end is new. One tracker per conversation.
 */
export function createTracker(): { look(bubbles: readonly Bubble[]): Seen } {
  let known: Known[] = []
  const counts = new Map<string, number>()

  function name(bubble: Bubble): Known {
    const says = saysOf(bubble)
    if (bubble.platformId !== undefined)
      return { key: bubble.platformId, says, messageId: bubble.platformId.slice(0, 160) }
    const hash = contentHash(says)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    return { key: says, says, messageId: `c-${hash}-${count}` }
  }

  /** The same message, reworded or called by another name than before. */
  function rename(bubble: Bubble, before: Known): Known {
    const says = saysOf(bubble)
    const messageId = says === before.says ? before.messageId : `${before.messageId.split('~')[0]}~${contentHash(says)}`
    return { key: keyOf(bubble), says, messageId }
  }

  return {
    look(bubbles) {
      const places = align(bubbles.map(keyOf), known)
      const matches = places.filter((place) => place !== undefined).length
      // where nothing was known, the first words of a new talk look like the history of one that is only now being drawn
      if (known.length === 0 || matches < ENOUGH * Math.min(bubbles.length, known.length)) {
        known = bubbles.map(name)
        return { all: withIds(bubbles, known), added: [], isReplaced: bubbles.length > 0 }
      }
      const added: number[] = []
      const next: Known[] = []
      const window: Known[] = []
      let upTo = 0
      bubbles.forEach((bubble, index) => {
        const place = places[index]
        if (place !== undefined) {
          next.push(...known.slice(upTo, place))
          upTo = place + 1
          window.push(known[place]!)
        } else {
          const end = places.slice(index).find((later) => later !== undefined) ?? known.length
          const before = known.slice(upTo, end).find((candidate) => isSame(bubble, candidate, known, upTo))
          if (before) upTo = known.indexOf(before) + 1
          const isReworded = before !== undefined && before.says !== saysOf(bubble)
          // what is in view beyond the last known one is new; what is between or before was only not in view
          const isNew = before === undefined && upTo >= known.length && matches > 0
          if (isNew || (isReworded && bubble.role === 'shopper')) added.push(index)
          window.push(before ? rename(bubble, before) : name(bubble))
        }
        next.push(window[index]!)
      })
      known = [...next, ...known.slice(upTo)].slice(-MOST_KNOWN)
      const all = withIds(bubbles, window)
      return { all, added: added.map((index) => all[index]!), isReplaced: false }
    },
  }
}

/** Whether a bubble that is not known stands for a known one that is gone: it says the same, or stands in its place and is by the same hand. */
function isSame(bubble: Bubble, before: Known, known: readonly Known[], place: number): boolean {
  const says = saysOf(bubble)
  if (says === before.says) return true
  if (bubble.platformId !== undefined) return false
  return known[place] === before && JSON.parse(says)[0] === JSON.parse(before.says)[0]
}

/** For each key its place in `known`, in order: the longest common part, the newest one where several are as long. */
function align(keys: readonly string[], known: readonly Known[]): (number | undefined)[] {
  const exact = exactOffset(keys, known)
  if (exact !== undefined) return keys.map((_, index) => (known[index + exact] ? index + exact : undefined))
  const width = keys.length + 1
  // lengths[k * width + i]: the longest common part of known before k and keys before i
  const lengths = new Uint16Array((known.length + 1) * width)
  for (let k = 1; k <= known.length; k += 1)
    for (let i = 1; i < width; i += 1)
      lengths[k * width + i] =
        known[k - 1]!.key === keys[i - 1]
          ? lengths[(k - 1) * width + i - 1]! + 1
          : Math.max(lengths[(k - 1) * width + i]!, lengths[k * width + i - 1]!)
  const places: (number | undefined)[] = keys.map(() => undefined)
  let [k, i] = [known.length, keys.length]
  while (k > 0 && i > 0) {
    if (known[k - 1]!.key === keys[i - 1]) places[--i] = --k
    else if (lengths[(k - 1) * width + i]! >= lengths[k * width + i - 1]!) k -= 1
    else i -= 1
  }
  return places
}

/** Where the keys lie along `known` without a fault: negative where older ones were loaded above. The common case, and cheap. */
function exactOffset(keys: readonly string[], known: readonly Known[]): number | undefined {
  for (let offset = known.length - 1; offset > -keys.length; offset -= 1) {
    const from = Math.max(0, -offset)
    const to = Math.min(keys.length, known.length - offset)
    // a stretch that only touches an end may do so by chance: short ones must hold all of one side
    if (to - from < Math.min(keys.length, known.length) && to - from < 3) continue
    let index = from
    while (index < to && known[index + offset]!.key === keys[index]) index += 1
    if (index === to) return offset
  }
  return undefined
}

const saysOf = ({ role, kind, text, ref, time }: Bubble): string =>
  JSON.stringify([role, kind, text, ref?.id ?? ref?.url ?? '', time ?? ''])
const keyOf = (bubble: Bubble): string => bubble.platformId ?? saysOf(bubble)

const withIds = (bubbles: readonly Bubble[], known: readonly Known[]): Tracked[] =>
  bubbles.map((bubble, index) => ({ ...bubble, messageId: known[index]!.messageId }))
