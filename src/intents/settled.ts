import type { Intent } from '../protocol/index.ts'
import { actsIn, isOffer } from './agent-acts.ts'
import { choicesIn, chosen } from './choices.ts'

const DECLINES = /^(?:不用|不要|不需要|不必|不了|那?(?:就|还是)?算了|别|不想|no thanks|nope|nah\b|아니|괜찮|됐)/
/** Nothing comes of it: the offer was the last chance. */
const GIVES_UP =
  /^(?:那|还是|那就|那还是)?算了|不买了|不要了|(?:nah|no)?[ ,]*(?:leave it|never ?mind|forget it)|됐어|됐습|안 ?살/
const ACCEPTS =
  /^(?:好(?![贵慢少小大差难])|行|可以|嗯|要(?![多几等])|需要|可(?![是惜])|成|对|是|没问题|麻烦|谢谢|ok\b|okay|👌|yes|yeah|yep|yup|sure|please|fine|great|that'?d|that would|go on|mm|네|넵|넹|예|응|좋아|그래|부탁|해 ?주)/
const NO = /^(?:不对|不是|错了|no\b|wrong|아니)/
/** True for a message that begins by turning something down. */
export function isRefusal(normalised: string): boolean {
  return DECLINES.test(normalised)
}

/** Who turns an offer down is first answered for that; a no to what happened or what is known turns nothing down. */
export function declines(normalised: string, question: string, first: Intent | undefined): boolean {
  if (GIVES_UP.test(normalised)) return true
  if (question !== '' && !isOffer(question)) return /^(?:不用|不要了|不需要)/.test(normalised)
  return isRefusal(normalised) || first?.name === 'acknowledgement.no' || first?.name === 'acknowledgement.lost'
}

/** What the answer decides of what the agent offered: the alternative it picks, or the offer it accepts. */
export function settled(normalised: string, question: string): string[] {
  const acts = actsIn(question)
  const choices = choicesIn(question)
  if (choices.length > 1) {
    const picked = actsIn(chosen(choices, normalised) ?? normalised).filter((act) => acts.includes(act))
    if (picked.length > 0) return picked
  }
  if (NO.test(normalised) && acts.includes('order_change.verify')) return ['order_change.change_address']
  return isOffer(question) && ACCEPTS.test(normalised) ? acts : []
}

/** What a refusal says: the shopper leaves, or waits for what was out of stock. */
export function declined(normalised: string, pending: readonly string[]): string[] {
  const stock = pending.some((topic) => topic.startsWith('stock_availability.')) ? ['stock_availability.restock'] : []
  return GIVES_UP.test(normalised) ? ['acknowledgement.lost', ...stock] : stock
}
