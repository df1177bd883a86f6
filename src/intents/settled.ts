import type { Intent } from '../protocol/index.ts'
import { actsIn, isOffer } from './agent-acts.ts'
import { choicesIn, chosen } from './choices.ts'

const DECLINES = /^(?:不用|不要|不需要|不必|不了|那?(?:就|还是)?算了|别|不想|no thanks|nope|nah\b|아니|괜찮|됐)/
/** Nothing comes of it: the offer was the last chance. */
const GIVES_UP =
  /^(?:那|还是|那就|那还是)?算了|不买了|不要了|(?:nah|no)?[ ,]*(?:leave it|never ?mind|forget it)|됐어|됐습|안 ?살/
const ACCEPTS =
  /^(?:好(?![贵慢少小大差难])|行|可以|嗯|要(?![多几等])|需要|可(?![是惜])|成|对|是|没问题|麻烦|谢谢|ok\b|okay|👌|yes|yeah|yep|yup|sure|please|fine|great|that'?d|that would|go on|thanks?\b|thank you|cheers|mm|네|넵|넹|예|응|좋아|그래|부탁|해 ?주)/
const NO = /^(?:不对|不是|错了|no\b|wrong|아니)/
/** True for a message that begins by taking something up. */
export function accepts(normalised: string): boolean {
  return ACCEPTS.test(normalised)
}

/** True for a message that begins by turning something down. */
export function isRefusal(normalised: string): boolean {
  return DECLINES.test(normalised)
}

/** Who turns an offer down is first answered for that; a no to what happened or what is known turns nothing down. */
export function declines(normalised: string, question: string, first: Intent | undefined): boolean {
  if (GIVES_UP.test(normalised)) return true
  if (question !== '' && !isOffer(question))
    return /^(?:不用|不要了|不需要|没(?:有|什么|啥)?(?:什么|啥)?要[写备说])/.test(normalised)
  return isRefusal(normalised) || first?.name === 'acknowledgement.no' || first?.name === 'acknowledgement.lost'
}

const ASKS_WHAT_IS = /有没有|有无|[过了](?:吗|么|没|几)|[用拆开吃穿洗][了过]?(?:多少|几)|没有?[?？呀啊呢]*$/
const WISH = /需要|要不要|要帮|要给|想/
const FACT =
  /^(?:有|没|没有|还没|还没有|从没|都没|未|已经?|才|就|都)?(?:[用拆开动洗穿试吃喝看]|打开)?(?:[了过]?[0-9一二两三四五六七八九十几半]+[包片件袋个盒次天罐瓶条块]|[了过])?(?:有|的|了|呢|啊|呀|吧|哦|哈)*$/
/** What the shop does on a wish: nobody wishes for it by saying what is the case. */
const ON_A_WISH = /^(?:order_change\.(?:remark|packing)|product_info\.custom)$/
/** Matters that go on until they are settled. */
const CASE = /^(?:quality_issue|return_exchange|refund|logistics_tracking|complaint_dispute)\./

/** True for a 没有, 还没 or 用了四包了 to a question of what is the case. */
export function statesFact(normalised: string, question: string): boolean {
  return ASKS_WHAT_IS.test(question) && !WISH.test(question) && normalised !== '' && FACT.test(normalised)
}

/** What a stated fact goes on with: the shopper's own case when there is one, never a wish. */
export function statedFor(pending: readonly string[], about: readonly string[]): string[] {
  const own = about.filter((topic) => CASE.test(topic))
  const asked = own.length === 0 ? pending : pending.filter((topic) => CASE.test(topic))
  return withoutWishes([...new Set([...own, ...asked])])
}

/** What a refusal leaves of the question: who has nothing to write down gets nothing written down. */
export function leftOf(pending: readonly string[], normalised: string): readonly string[] {
  return /^[没无]/.test(normalised) ? withoutWishes(pending) : pending
}

function withoutWishes(topics: readonly string[]): string[] {
  return topics.filter((topic) => !ON_A_WISH.test(topic))
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
  return isOffer(question) && accepts(normalised) ? acts : []
}

/** What a refusal says: the shopper leaves, or waits for what was out of stock. */
export function declined(normalised: string, pending: readonly string[]): string[] {
  const stock = pending.some((topic) => topic.startsWith('stock_availability.')) ? ['stock_availability.restock'] : []
  return GIVES_UP.test(normalised) ? ['acknowledgement.lost', ...stock] : stock
}
