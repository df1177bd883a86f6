import { z } from 'zod'
import { Message, MessageKind } from '../../protocol/index.ts'

/** What a shopper sends, apart from when. */
const Sent = z.object({
  kind: MessageKind.optional(),
  text: z.string().optional(),
  ref: z.object({ id: z.string() }).optional(),
})

/** A bare answer of a shopper after an agent's question. `continues` are the topics whose reply should come now; `slots` is what the answer fills. */
export const ContinuationRow = Sent.extend({
  id: z.string().optional(),
  before: z.array(Message).min(1),
  continues: z.array(z.string()).min(1),
  slots: z.record(z.string(), z.unknown()).default({}),
  at: z.number().optional(),
})
export type ContinuationRow = z.infer<typeof ContinuationRow>

/** What came of a talk: the topics each suggestion serves, best suggestion first, and the slots known afterwards. */
export interface Continued {
  readonly suggestions: readonly ReadonlySet<string>[]
  readonly slots: Readonly<Record<string, { readonly value: string | number }>>
}

/** Shares of the talks, but `slots`: the share of the values that the answers fill. */
export interface ContinuationScores {
  readonly talks: number
  /** A suggestion for one of the right topics is the first, or among the first three. */
  readonly first: number
  readonly top3: number
  readonly slots: number
}

export function continuationScoresOf(
  rows: readonly ContinuationRow[],
  go: (row: ContinuationRow) => Continued,
): ContinuationScores {
  let first = 0
  let top3 = 0
  let filled = 0
  let values = 0
  for (const row of rows) {
    const { suggestions, slots } = go(row)
    const place = suggestions.findIndex((topics) => row.continues.some((topic) => topics.has(topic)))
    if (place === 0) first += 1
    if (place >= 0 && place < 3) top3 += 1
    for (const [slot, wanted] of Object.entries(row.slots)) {
      values += 1
      if ([wanted].flat().some((value) => sameValue(value, slots[slot]?.value))) filled += 1
    }
  }
  return {
    talks: rows.length,
    first: first / rows.length,
    top3: top3 / rows.length,
    slots: values === 0 ? 1 : filled / values,
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  return String(a).toLowerCase() === String(b).toLowerCase()
}

/** Messages of a shopper with the pauses between them, which of them belong together, and what each of these turns asks, most wanted first. */
export const BurstRow = z
  .object({
    id: z.string().optional(),
    messages: z.array(Sent.extend({ afterMs: z.number().min(0) })).min(1),
    turns: z.array(z.array(z.int()).min(1)).min(1),
    intents: z.array(z.array(z.string())),
  })
  .refine(
    ({ messages, turns }) => turns.flat().join() === messages.map((_, i) => i).join(),
    'turns: each message once, in order',
  )
  .refine(({ turns, intents }) => turns.length === intents.length, 'intents: one list for each turn')
export type BurstRow = z.infer<typeof BurstRow>

/** What was read in a burst: the turns it was cut into, as they stood when their last message had come, with the families read in each. */
export interface ReadTurn {
  readonly messages: readonly number[]
  readonly families: readonly string[]
}

/** `cut`: share of bursts cut into the right turns; `top3`: share of the turns that were and whose first intent is among the first three families. */
export interface BurstScores {
  readonly bursts: number
  readonly cut: number
  readonly top3: number
}

export function burstScoresOf(
  rows: readonly BurstRow[],
  read: (messages: readonly Message[]) => readonly ReadTurn[],
): BurstScores {
  let cut = 0
  let turns = 0
  let right = 0
  for (const row of rows) {
    const made = read(timed(row))
    turns += row.turns.length
    if (JSON.stringify(made.map(({ messages }) => messages)) === JSON.stringify(row.turns)) cut += 1
    row.turns.forEach((turn, i) => {
      const same = made.find(({ messages }) => messages.join() === turn.join())
      const wanted = row.intents[i]![0]?.split('.')[0]
      if (same && (wanted === undefined || same.families.slice(0, 3).includes(wanted))) right += 1
    })
  }
  return { bursts: rows.length, cut: cut / rows.length, top3: right / turns }
}

const START = Date.parse('2026-01-05T10:00:00Z')

function timed({ messages }: BurstRow): Message[] {
  let at = START
  return messages.map(({ afterMs, ...message }) => {
    at += afterMs
    return { ...message, role: 'shopper', at: new Date(at).toISOString() }
  })
}
