import { createGuard, type Guard } from '../../src/guard/index.ts'
import { createCatalogue, parseCards, StorePolicy } from '../../src/policy/index.ts'
import type { Answer, EventType, Happening, Message } from '../../src/protocol/index.ts'
import { createLibrary, type Script, saidScript } from '../../src/scripts/index.ts'
import {
  createFlows,
  type SuggestDeps,
  type Suggested,
  type SuggestInput,
  suggest,
  WEIGHTS,
} from '../../src/suggest/index.ts'
import { TINY_MODELS } from '../intents/tiny-models.ts'
import { script } from '../scripts/script.ts'

/** One script or two for every way the pipeline can turn. */
export const SCRIPTS: readonly Script[] = [
  script({
    id: 'zh.fee',
    category: 'C79',
    intents: ['shipping_fee.fee'],
    wordings: [
      { open: '{{you}}，到{{region}}的邮费是{{shipping.fee}}哦', short: '到{{region}}{{shipping.fee}}哦' },
      { open: '{{you}}，{{region}}邮费{{shipping.fee}}呢', short: '邮费{{shipping.fee}}呢' },
    ],
  }),
  script({
    id: 'zh.fee-ask',
    category: 'C79',
    intents: ['shipping_fee.fee'],
    tier: 'ask',
    asks: ['region'],
    when: { lacks: ['region'] },
    text: '您寄到哪个省呢',
  }),
  script({ id: 'zh.fee-hold', category: 'C79', intents: ['shipping_fee.fee'], tier: 'hold', text: '我查一下邮费' }),
  script({ id: 'zh.size', category: 'C25', intents: ['size_fit.recommend'], text: '建议{{size.pick}}哦' }),
  script({
    id: 'zh.size-ask',
    category: 'C25',
    intents: ['size_fit.recommend'],
    tier: 'ask',
    asks: ['height', 'weight'],
    when: { lacks: ['height', 'weight'] },
    text: '身高体重多少呢',
  }),
  script({ id: 'zh.size-free', category: 'C26', intents: ['size_fit.recommend'], text: '按平时的码选就好' }),
  script({
    id: 'zh.haggle-1',
    category: 'C43',
    intents: ['price_haggle.probe'],
    when: { rung: 1 },
    text: '已经是实价啦',
  }),
  script({
    id: 'zh.haggle-2',
    category: 'C44',
    intents: ['price_haggle.probe'],
    when: { rung: 2 },
    text: '真的不能再少了',
  }),
  script({ id: 'zh.haggle-gift', category: 'C43', intents: ['price_haggle.probe'], text: '亲，送您一份礼物吧' }),
  script({
    id: 'zh.stock',
    category: 'C35',
    intents: ['stock_availability.check'],
    text: '{{product.name|这款}}有现货哦',
  }),
  script({ id: 'zh.hello', category: 'C01', when: { first: true }, text: '您好，欢迎来到{{shop}}' }),
  script({ id: 'zh.again', category: 'C01', when: { first: false }, text: '我在呢' }),
  script({ id: 'zh.thanks', category: 'C139', intents: ['thanks_bye.thanks'], tier: 'close', text: '不客气哦' }),
  script({ id: 'zh.clarify', category: 'C11', intents: ['other.fragment'], tier: 'ask', text: '您是想问哪方面呢' }),
  script({ id: 'zh.wait', category: 'C07', intents: ['acknowledgement.wait'], tier: 'hold', text: '您稍等，马上来' }),
  script({ id: 'zh.order', category: 'C61', intents: ['payment.order_howto'], tier: 'close', text: '喜欢可以下单哦' }),
  script({ id: 'zh.unpaid', category: 'C62', intents: [], when: { event: 'order_created' }, text: '看到您的订单啦' }),
  script({
    id: 'zh.verify',
    category: 'C69',
    intents: ['order_change.verify'],
    does: 'remark.add',
    text: '帮您核对下{{order.items}}',
  }),
  script({
    id: 'zh.paid',
    category: 'C68',
    intents: [],
    when: { event: 'order_paid' },
    required: true,
    text: '已收到付款',
  }),
  script({ id: 'en.hello', category: 'C01', locale: 'en', text: 'Hello and welcome' }),
  script({
    id: 'en.fee-ask',
    category: 'C79',
    intents: ['shipping_fee.fee'],
    locale: 'en',
    tier: 'ask',
    asks: ['region'],
    when: { lacks: ['region'] },
    text: 'Where should we ship to?',
  }),
]

const STORE = StorePolicy.parse({
  id: 'small',
  name: { zh: '小店', en: 'Small Store', ko: '작은 가게' },
  timezone: 'Asia/Shanghai',
  currency: 'CNY',
  locales: ['zh', 'en'],
  persona: { you: { zh: '亲', en: '' } },
  shipping: {
    assumedKg: 1,
    couriers: [{ id: 'zto', name: '中通' }],
    defaultCourier: 'zto',
    zones: [
      {
        id: 'js',
        name: '江浙沪',
        regions: ['江苏'],
        fees: { zto: { first: 5, next: 2 } },
        transit: { min: 2, max: 3 },
      },
    ],
  },
})
const { cards } = parseCards(
  {
    products: [
      {
        id: 'tee',
        title: '纯棉短袖',
        shortName: '纯棉短袖',
        category: 'clothing',
        price: 59,
        weight: 0.3,
        sizeChart: {
          kind: 'adult',
          rows: [
            { size: 'S', height: [150, 160], weight: [40, 50] },
            { size: 'M', height: [160, 170], weight: [50, 60] },
          ],
        },
      },
    ],
  },
  'cards',
)

export const NOTHING_FORBIDDEN: Guard = { check: () => ({ verdict: 'pass', warnings: [] }) }
/** A guard without word lists and with one rule: texts with this word are blocked, and those with `warned` warned of. */
export function forbidding(word: RegExp, warned = /(?!)/): Guard {
  const find = (pattern: RegExp) => (text: { text: string }) => {
    const found = pattern.exec(text.text)
    return found
      ? [
          {
            from: found.index,
            to: found.index + found[0].length,
            start: found.index,
            end: found.index + found[0].length,
          },
        ]
      : []
  }
  const says = { zh: '不行', en: 'no', ko: '안 돼요' }
  return createGuard({ zh: {}, en: {}, ko: {}, aliases: [] }, [
    { id: 'X1', level: 'block', says, find: find(word) },
    { id: 'X2', level: 'warn', says, find: find(warned) },
  ])
}

export function desk(scripts: readonly Script[] = SCRIPTS, more: Partial<SuggestDeps> = {}): SuggestDeps {
  const library = createLibrary(scripts)
  const catalogue = createCatalogue(cards)
  return {
    analyse: {
      models: TINY_MODELS,
      resolveProduct: catalogue.mentions,
      scriptSaid: (text, locale) => saidScript(library.said(text, locale)),
      timezone: STORE.timezone,
      threshold: 0.35,
    },
    library,
    store: STORE,
    catalogue,
    guard: NOTHING_FORBIDDEN,
    flows: createFlows([]),
    weights: WEIGHTS,
    topicName: (topic, locale) => `${locale}:${topic}`,
    ...more,
  }
}

export const shopper = (text: string): Message => ({ role: 'shopper', text })
export const agent = (text: string): Message => ({ role: 'agent', text })
export const event = (type: EventType): Happening => ({ role: 'event', type })

export function inputOf(messages: readonly Happening[], more: Partial<SuggestInput> = {}): SuggestInput {
  return {
    turnId: 't',
    messages,
    because: 'message',
    channel: 'taobao',
    roles: ['agent'],
    uiLocale: 'zh',
    limit: 3,
    now: Date.parse('2026-11-24T10:00:00+08:00'),
    ...more,
  }
}

/** The answer of the small desk; a text stands for one message of the shopper. */
export function ask(said: string | readonly Happening[], more: Partial<SuggestInput> = {}, deps = desk()): Suggested {
  return suggest(inputOf(typeof said === 'string' ? [shopper(said)] : said, more), deps)
}

export const idsOf = ({ suggestions }: Pick<Answer, 'suggestions'>) => suggestions.map(({ scriptId }) => scriptId)
