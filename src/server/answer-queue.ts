import { type Conversation, shopperWaits } from './conversation.ts'

/**
 * Conversations whose running turn is to be answered, as soon as what has come in by now is read. Under load that keeps who waits for an answer from waiting for all that
 * came in before: a shopper who goes on while an answer is due gets one to both lines, and the next step after an agent's line comes when no shopper's is due.
 */
export interface AnswerQueue {
  add(conversation: Conversation): void
  isDue(conversation: Conversation): boolean
  /** Answers at once, if an answer is due. */
  settle(conversation: Conversation): void
  /** No answer is due any more. Tells whether one was. */
  cancel(conversation: Conversation): boolean
}

/** So long answers are made before sockets are read again. */
const SLICE_MS = 4

/** `answer` never throws. */
export function createAnswerQueue(answer: (conversation: Conversation) => void): AnswerQueue {
  const toShoppers = new Set<Conversation>()
  const toAgents = new Set<Conversation>()
  let isRunning = false

  function first(): Conversation | undefined {
    for (const due of [toShoppers, toAgents]) for (const conversation of due) return conversation
    return undefined
  }

  function cancel(conversation: Conversation): boolean {
    return toShoppers.delete(conversation) || toAgents.delete(conversation)
  }

  function settle(conversation: Conversation): void {
    if (cancel(conversation)) answer(conversation)
  }

  function run(): void {
    const begin = performance.now()
    do {
      const next = first()
      if (!next) {
        isRunning = false
        return
      }
      settle(next)
    } while (performance.now() - begin < SLICE_MS)
    setImmediate(run)
  }

  return {
    add(conversation) {
      const isToShopper = shopperWaits(conversation)
      if (isToShopper) toAgents.delete(conversation)
      else toShoppers.delete(conversation)
      // one that is due already keeps its place
      const due = isToShopper ? toShoppers : toAgents
      due.add(conversation)
      if (isRunning) return
      isRunning = true
      setImmediate(run)
    },
    isDue: (conversation) => toShoppers.has(conversation) || toAgents.has(conversation),
    settle,
    cancel,
  }
}
