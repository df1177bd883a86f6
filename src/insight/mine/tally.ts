import { z } from 'zod'

const Source = z.object({ count: z.int(), chats: z.array(z.string()) })
const Reply = Source.extend({ text: z.string() })
const Question = Source.extend({
  text: z.string(),
  topic: z.string(),
  replies: z.record(z.string(), Reply),
})
const Statement = Source.extend({
  slot: z.string(),
  value: z.string(),
  product: z.string().optional(),
  text: z.string(),
})

/**
 * What was counted in past chats, without the personal data that is recognised (a bare name is not always: keep it as confidential as the chats): plain JSON, so that mining can stop and go on. Counting is a fold that does not depend on the order of
 * the chats. `questions` by topic and key, `replies` by key, over all questions how often each was given; `statements` by slot, value and product.
 */
export const Tally = z.object({
  chats: z.int(),
  messages: z.int(),
  smallTalk: z.int(),
  unclear: z.int(),
  questions: z.record(z.string(), Question),
  replies: z.record(z.string(), z.int()),
  statements: z.record(z.string(), Statement),
})
export type Tally = z.infer<typeof Tally>
export type Question = z.infer<typeof Question>
export type Reply = z.infer<typeof Reply>
export type Statement = z.infer<typeof Statement>

export function emptyTally(): Tally {
  return { chats: 0, messages: 0, smallTalk: 0, unclear: 0, questions: {}, replies: {}, statements: {} }
}

/** Source chats that are named. */
const NAMED = 5

/** Counts one more in `chat`; the smallest ids are kept, so that the order of the chats does not matter. */
export function countIn(source: { count: number; chats: string[] }, chat: string): void {
  source.count += 1
  if (source.chats.includes(chat)) return
  source.chats.push(chat)
  source.chats.sort()
  if (source.chats.length > NAMED) source.chats.pop()
}

/** Of two texts of one key the one that stands for it: the shorter, then the first by letters. */
export function plainer(a: string, b: string): string {
  if (a.length !== b.length) return a.length < b.length ? a : b
  return a < b ? a : b
}

/** The smallest of the ids, each once. */
export function someOf(chats: readonly string[]): string[] {
  return [...new Set(chats)].sort().slice(0, NAMED)
}
