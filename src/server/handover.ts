import { z } from 'zod'
import { Facts, type Happening, Mood, State } from '../protocol/index.ts'
import type { Conversation } from './conversation.ts'
import type { KnownIds } from './known-ids.ts'
import type { Push } from './ports.ts'

/** Grows when what is handed over changes so that an older version would misread it. */
const VERSION = 2

const Known = z.array(z.tuple([z.string(), z.int(), z.boolean()]))
const Told = z.object({ turnId: z.string(), seq: z.int(), frame: z.string() })
const Handed = z.object({
  version: z.literal(VERSION),
  before: State.optional(),
  // written by a node like this one, from what was checked when it came in
  turn: z.array(z.custom<Happening>()),
  state: State,
  facts: Facts.optional(),
  seen: Known,
  events: Known,
  desk: z.custom<Conversation['desk']>(),
  waitingSince: z.string().optional(),
  current: Told.optional(),
  status: Told.extend({
    waitingSince: z.string().optional(),
    mood: Mood,
    intent: z.string(),
    openQuestions: z.int(),
  }).optional(),
})

/** A conversation as it is handed to another node: JSON. */
export function handoverOf(conversation: Conversation): string {
  const { before, turn, state, facts, seen, events, desk, current, status, waitingSince } = conversation
  const handed: z.input<typeof Handed> = {
    version: VERSION,
    before,
    turn,
    state,
    facts,
    seen: listed(seen),
    events: listed(events),
    desk,
    waitingSince,
    current: current && told(current),
    status: status && { ...status, ...told(status.push) },
  }
  return JSON.stringify(handed)
}

/** Fills an empty conversation with what was handed over; false, and nothing is changed, when that is of another version of the program. */
export function takeOver(conversation: Conversation, talk: string): boolean {
  const { success, data } = Handed.safeParse(JSON.parse(talk))
  if (!success) return false
  const { before, turn, state, facts, seen, events, desk, current, status, waitingSince } = data
  Object.assign(conversation, { before, turn, state, facts, desk, waitingSince })
  fill(conversation.seen, seen)
  fill(conversation.events, events)
  const { topic } = conversation
  conversation.current = current && pushOf(topic, 'suggestions.ready', current)
  if (status) {
    const { waitingSince, mood, intent, openQuestions } = status
    const push = pushOf(topic, 'conversation.status', status)
    conversation.status = { waitingSince, mood, intent, openQuestions, push }
  }
  return true
}

const told = ({ turnId, seq, frame }: Push): z.infer<typeof Told> => ({ turnId, seq, frame: frame.toString() })

function pushOf(topic: string, type: Push['type'], { turnId, seq, frame }: z.infer<typeof Told>): Push {
  return { topic, type, turnId, seq, frame: Buffer.from(frame) }
}

function listed(known: KnownIds): z.input<typeof Known> {
  // what is not durable by now is stored again when it comes again
  return [...known.list()]
}

function fill(known: KnownIds, entries: z.infer<typeof Known>): void {
  for (const [id, mark, isDurable] of entries) known.takeOver(id, mark, isDurable)
}
