import { percentilesOf } from '../src/insight/index.ts'
import { type AnswerFigures, createAnswerTally } from './answer-tally.ts'
import { openChatSocket, type Ready } from './chat-socket.ts'

export interface Chat {
  readonly id: string
  readonly turns: readonly { readonly role: 'shopper' | 'agent'; readonly text: string }[]
}

export interface ChatFigures extends AnswerFigures {
  readonly chats: number
  readonly messages: number
  /** From a shopper's frame out to its answer in. */
  readonly roundTrip: { readonly p50Ms: number; readonly p99Ms: number }
  /** Characters of the first suggestion once an agent has spoken. */
  readonly firstLength: { readonly median: number; readonly p90: number }
  readonly productIds: { readonly found: number; readonly asProduct: number; readonly asPersonal: number }
}

/** Taobao's product ids of these chats; the same digits beside a courier are a parcel's. */
const PRODUCT_ID = /(?<!\d)\d{10,13}(?!\d)(?!\s?(?:韵达|中通|圆通|申通|顺丰|邮政|包裹|单号))/g
/** What a product id must not be taken for: it would be hidden, and the agent asked to look up an order that is none. */
const PERSONAL = ['phone', 'order_no', 'tracking_no']

/** Replays chats one after the other, message by message, waiting for the answer to every shopper message. */
export async function replayChats(
  url: string,
  chats: readonly Chat[],
  fault: (what: string) => void,
): Promise<ChatFigures> {
  let saying = ''
  const socket = await openChatSocket(url, (what) => fault(`${saying}: ${what}`))
  const tally = createAnswerTally()
  const times: number[] = []
  const lengths: number[] = []
  const productIds = { found: 0, asProduct: 0, asPersonal: 0 }
  for (const { id: conversationId, turns } of chats) {
    let agentSpoke = false
    for (const [i, { role, text }] of turns.entries()) {
      saying = `${conversationId}-${i}`
      const timed = await socket.say({ conversationId, messageId: saying, role, text }).catch((error: Error) => {
        fault(`${saying}: ${error.message}`)
        return undefined
      })
      if (role === 'agent') agentSpoke = true
      if (!timed) continue
      const { answer, tookMs } = timed
      times.push(tookMs)
      const broken = tally.add(answer)
      if (broken) fault(`${saying}: ${broken}`)
      const first = answer.suggestions[0]
      if (agentSpoke && first) lengths.push(first.text.length)
      for (const [digits] of text.matchAll(PRODUCT_ID)) {
        const slots = slotsOf(answer, digits)
        productIds.found += 1
        if (slots.includes('product_ref')) productIds.asProduct += 1
        if (slots.some((slot) => PERSONAL.includes(slot))) productIds.asPersonal += 1
      }
    }
  }
  socket.close()
  const { p50, p99 } = percentilesOf(times)
  const byLength = lengths.sort((a, b) => a - b)
  const lengthAt = (share: number) => byLength[Math.max(0, Math.ceil(share * byLength.length) - 1)] ?? 0
  return {
    ...tally.figures(),
    chats: chats.length,
    messages: chats.reduce((sum, { turns }) => sum + turns.length, 0),
    roundTrip: { p50Ms: p50, p99Ms: p99 },
    firstLength: { median: lengthAt(0.5), p90: lengthAt(0.9) },
    productIds,
  }
}

/** How these digits were read. */
function slotsOf({ entities }: Ready, digits: string): string[] {
  return entities.filter(({ text, value }) => `${text} ${value}`.includes(digits)).map(({ slot }) => slot)
}
