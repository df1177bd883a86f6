import { type Conversation, shopperWaits } from '../conversation.ts'
import type { Push } from '../ports.ts'
import type { Session } from './session.ts'
import { withField } from './with-field.ts'

/**
 * Brings a socket that was away up to date: what it missed, when the numbering is the same and still at hand, else the current answer and
 * the status as snapshots. `key` is `store/channel/conversationId`, or a conversation id alone for the defaults.
 */
export async function catchUp(session: Session, key: string, mark: { epoch: string; seq: number }): Promise<void> {
  const { conversations, ownership, turns } = session.gateway
  await conversations.use(session.talkOf(splitKey(key, session)), (conversation) => {
    const missed = mark.epoch === ownership.epoch ? missedSince(conversation, mark.seq) : undefined
    if (missed) {
      session.join(conversation)
      for (const push of missed) session.outbox.push(push, push.frame)
      return
    }
    // made before joining, so that this socket gets the answer once
    if (!conversation.current) {
      conversation.desk = session.desk
      turns.answer(conversation, { because: shopperWaits(conversation) ? 'message' : 'manual' })
    }
    session.join(conversation)
    for (const push of [conversation.current, conversation.status?.push]) if (push) sendSnapshot(session, push)
  })
}

/** Sends the current answer or the status to one socket, under the number it has. */
export function sendSnapshot(session: Session, push: Push): void {
  session.outbox.push(push, withField(push.frame, 'snapshot', true))
}

/** The pushes after `seq`, or undefined when they are no longer (or were never) all at hand. */
function missedSince(conversation: Conversation, seq: number): Push[] | undefined {
  if (seq === conversation.seq) return []
  const first = conversation.recent[0]
  if (seq > conversation.seq || !first || first.seq > seq + 1) return undefined
  return conversation.recent.filter((push) => push.seq > seq)
}

function splitKey(key: string, session: Session) {
  const [store = '', channel = '', ...id] = key.split('/')
  const isFull = id.length > 0 && session.gateway.engine.storeIds.includes(store)
  return isFull ? { store, channel, conversationId: id.join('/') } : { conversationId: key }
}
