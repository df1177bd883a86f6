import { type Conversation, shopperWaits, speaks } from './conversation.ts'
import { covers, currentOf } from './current-of.ts'
import type { Claim } from './ports.ts'

/**
 * Adds to a conversation built from the log what the log does not tell: what is shown, and for whom; `known` = what this process had in memory. False when what
 * is shown is not the last word: sockets on other nodes have seen another answer, or its owner was lost before it could tell its last one.
 */
export function takeUp(conversation: Conversation, claim: Claim, known: Conversation | undefined): boolean {
  const { recent, wasApart } = claim
  if (known) conversation.desk = known.desk
  conversation.recent.push(...recent)
  conversation.current = currentOf(recent) ?? known?.current
  const waits = shopperWaits(conversation) ? conversation.turn.findLast(speaks)?.messageId : undefined
  const isAnswered = !conversation.current || waits === undefined || covers(conversation.current, waits)
  return isAnswered && !wasApart
}
