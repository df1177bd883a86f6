import type { SlotName } from '../../intents/index.ts'
import type { DataKind, GuardContext, Rule } from '../context.ts'
import { momentRule } from '../moment-rule.ts'
import { means, says } from '../moments.ts'
import { has } from '../reply-rule.ts'
import { knownValue } from '../support.ts'

interface Limit {
  readonly topics: readonly string[]
  readonly words: RegExp
  readonly slot: SlotName
  /** The data without which the slot's "no" is only an empty policy. */
  readonly from?: DataKind
}

/** Requests that only the policy may grant (playbook C39, C130-C133, C80). */
const BUSINESS: readonly Limit[] = [
  {
    topics: ['product_info.custom'],
    words: /定做|定制|订做|custom[- ]made|made to measure|주문 ?제작/,
    slot: 'custom.state',
  },
  { topics: ['other.wholesale'], words: /批发|wholesale|도매/, slot: 'wholesale.state' },
  {
    topics: ['other.store_visit', 'other.meet'],
    words: /(?:去|到|来)[^,。!?]{0,6}(?:仓库|店里|实体店|门店)|实体店|自提|visit|in person|매장|직거래/,
    slot: 'visit.state',
  },
]
const ORDERS: readonly Limit[] = [
  { topics: ['courier_choice.use'], words: /发(?:顺丰|ems|邮政|德邦)/, slot: 'courier.state', from: 'postage' },
  { topics: ['courier_choice.reach'], words: /能(?:发|寄|送)到/, slot: 'reach.state', from: 'postage' },
  { topics: ['invoice.request'], words: /发票|invoice|영수증/, slot: 'invoice.state' },
]

function rule(id: string, limits: readonly Limit[], zh: string, en: string, ko: string): Rule {
  return momentRule({
    id,
    level: 'warn',
    says: { zh, en, ko },
    moment: (context) => limits.some((limit) => isOff(limit, context)),
    find: (text) => (has(text, 'apology', 'declining') ? [] : text.hits('agreeing').slice(0, 1)),
  })
}

/** Asked for while the store's policy says no, or refused before in this talk and begged for since. */
function isOff({ topics, words, slot, from }: Limit, context: GuardContext): boolean {
  if (means(context, ...topics) || says(context, words)) {
    const isKept = from === undefined || context.keeps?.[from] !== false
    return isKept && knownValue(context, slot) === 'no'
  }
  return says(context, BEGS) && (context.earlier ?? []).some(({ text }) => words.test(text) && REFUSES.test(text))
}
const REFUSES = /不|没|抱歉|sorry|죄송/
const BEGS = /求|通融|那我|拜托|帮帮忙|破例|就这(?:一)?次|please|제발|부탁/

/** R72: custom orders, wholesale and visits are answered by the policy. */
export const businessLimit = rule(
  'R72',
  BUSINESS,
  '店铺政策不提供，请礼貌说明原因和替代办法',
  'the policy does not offer this: decline politely, with a reason',
  '정책상 제공하지 않습니다. 이유와 대안을 정중히 안내해 주세요',
)

/** R21: nothing is agreed to only to please. */
export const principle = rule(
  'R21',
  [...BUSINESS, ...ORDERS],
  '不要为了讨好答应政策不允许的事',
  'do not agree to what the policy forbids',
  '정책이 허용하지 않는 것을 약속하지 마세요',
)
