import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  Card,
  createCatalogue,
  createFacts,
  type FactSource,
  type FactsInput,
  MEASURES,
  parseStore,
  type Store,
} from '../../src/policy/index.ts'
import type { Facts, Locale, State } from '../../src/protocol/index.ts'
import { DATA } from '../../src/server/engine.ts'

const NOW = Date.UTC(2026, 10, 24, 2)
/** Before the demo's first promotion, gift and coupon. */
const QUIET = Date.UTC(2025, 10, 24, 2)
/** Two in the morning at the store. */
const NIGHT = Date.UTC(2026, 10, 24, 18)
/** Days before holidays over which the warehouse rests, and before one over which it works. */
const HOLIDAYS = [Date.UTC(2026, 1, 10, 2), Date.UTC(2026, 8, 20, 2)]

type Slots = State['slots']
type Moment = Pick<FactsInput, 'slots'> &
  Partial<Pick<FactsInput, 'words' | 'productId' | 'live' | 'now' | 'store' | 'conceded' | 'roles'>>

/** The demo's policy with some sections changed; a section that is `undefined` is left out. */
async function storeWith(changes: Readonly<Record<string, unknown>>): Promise<Store> {
  const raw = parse(await readFile(join(DATA, 'stores/demo/store.yaml'), 'utf8')) as Record<string, unknown>
  const merged = Object.entries(changes).map(([field, change]) => [
    field,
    Array.isArray(change) || change === undefined ? change : { ...(raw[field] as object), ...(change as object) },
  ])
  const { store, faults } = parseStore({ ...raw, ...Object.fromEntries(merged) }, 'store.yaml')
  if (!store) throw new Error(JSON.stringify(faults))
  return store
}

/** A store that offers the opposite of the demo, so that both sides of every switch are said somewhere. */
const OTHER_OFFERS = {
  bargain: { mode: 'bounded', floor: 0.9 },
  invoice: { offered: false },
  shipping: { freeThreshold: undefined, insurance: false },
  service: { customMade: true, wholesale: false, visit: true },
  promotions: [],
  gifts: [],
}
/** A store in which a third piece costs nothing, so that there is a better way to order two. */
const THREE_FOR_TWO = {
  coupons: [],
  promotions: [
    {
      id: 'three-for-two',
      name: { zh: '买二送一', en: 'three for two', ko: '2+1' },
      text: { zh: '买二送一', en: 'three for two', ko: '2+1' },
      when: { from: '2026-01-01', to: '2026-12-31' },
      rule: { kind: 'group', of: 3 },
    },
  ],
}
/** A store that says no more of itself than it must. */
const SILENT = {
  shipping: undefined,
  payment: undefined,
  member: undefined,
  returns: undefined,
  refund: undefined,
  invoice: undefined,
  service: undefined,
  receipt: undefined,
  followup: undefined,
  discount: undefined,
  priceProtection: undefined,
  couponStack: undefined,
  hotItems: undefined,
  newItems: undefined,
  promotions: [],
  gifts: [],
  coupons: [],
}

/** A piece of clothing of which the store knows nothing but its name and price, and that its photos are made up. */
const BARE = Card.parse({
  id: 'bare',
  title: { zh: '无名', en: 'plain', ko: '무지' },
  shortName: { zh: '无名', en: 'plain', ko: '무지' },
  category: 'clothing',
  price: 1,
  photosReal: false,
})

function slots(
  values: Readonly<Record<string, readonly [value: string | number, text: string, unit?: string]>>,
): Slots {
  return Object.fromEntries(
    Object.entries(values).map(([name, [value, text, unit]]) => [name, { value, text, ...(unit ? { unit } : {}) }]),
  )
}

const EVERYTHING = slots({
  height: [165, '165cm', 'cm'],
  weight: [55, '55kg', 'kg'],
  age: [5, '5', 'year'],
  foot_length: [24, '24cm', 'cm'],
  quantity: [2, '2'],
  price: [30, '30', 'CNY'],
  budget: [100, '100', 'CNY'],
  date: ['2026-11-27', '11.27'],
  time: ['15:00', '15:00'],
  flavour: ['original', '原味'],
  receiver: ['mother', '妈妈'],
  mass: [3, '3kg', 'kg'],
  order_no: ['260118200412345678', '260118200412345678'],
  tracking_no: ['YT1234567890123', 'YT1234567890123'],
  address: ['宁波市海曙区中山路1号', '宁波市海曙区中山路1号'],
  phone: ['13800138000', '13800138000'],
  email: ['me@example.com', 'me@example.com'],
})

/** What shoppers of each language say of where, how, which: a near place, a far one, one nobody serves. */
const SAID: Readonly<Record<Locale, readonly Slots[]>> = {
  zh: [
    slots({ region: ['浙江', '浙江'], courier: ['顺丰', '顺丰'], colour: ['black', '黑色'], size: ['M', 'M码'] }),
    slots({ region: ['新疆', '新疆'], courier: ['德邦', '德邦'] }),
    slots({ region: ['香港', '香港'] }),
    slots({ region: ['冰岛', '冰岛'] }),
  ],
  en: [
    slots({ region: ['浙江', 'Zhejiang'], courier: ['顺丰', 'SF'], colour: ['black', 'black'], size: ['M', 'M'] }),
    slots({ region: ['美国', 'the US'], courier: ['UPS', 'UPS'] }),
    slots({ region: ['冰岛', 'Iceland'] }),
  ],
  ko: [
    slots({ region: ['浙江', '저장'], courier: ['顺丰', '순풍'], colour: ['black', '블랙'], size: ['M', 'M'] }),
    slots({ region: ['韩国', '한국'], courier: ['CJ대한통운', 'CJ'] }),
    slots({ region: ['冰岛', '아이슬란드'] }),
  ],
}

function orders(cards: readonly Card[]): (Facts['order'] | undefined)[] {
  const order = (status: NonNullable<Facts['order']>['status'], day: number): Facts['order'] => ({
    id: '260118200412345678',
    status,
    placedAt: new Date(NOW - day * 86_400_000).toISOString(),
    paidAt: new Date(NOW - day * 86_400_000).toISOString(),
    ...(status === 'dispatched' || status === 'delivered'
      ? { shippedAt: new Date(NOW - (day - 1) * 86_400_000).toISOString() }
      : {}),
    courier: '中通',
    trackingNo: '75312345678901',
    region: '浙江杭州',
    lines: [{ id: cards[0]!.id, quantity: 1, price: 59 }],
    total: 59,
  })
  return [
    undefined,
    order('created', 1),
    order('paid', 1),
    order('paid', 9),
    order('dispatched', 4),
    order('delivered', 6),
    order('closed', 30),
  ]
}

/** Bodies between two neighbouring sizes of a chart, and one size of it. */
function bodies({ sizeChart }: Card): Slots[] {
  const rows = sizeChart?.rows ?? []
  const at = (...of: (typeof rows)[number][]): Slots => {
    const measured = MEASURES.flatMap((measure, i) => {
      const range = of[i % of.length]?.[measure]
      return range ? [[measure, [(range[0] + range[1]) / 2, String(range[0])] as const] as const] : []
    })
    return slots(Object.fromEntries(measured))
  }
  const edges = rows.slice(1).map((row, i) => {
    const before = rows[i]!
    const shared = MEASURES.flatMap((measure) => {
      const [low, high] = [before[measure], row[measure]]
      return low && high ? [[measure, [(low[1] + high[0]) / 2, String(low[1])] as const] as const] : []
    })
    return slots(Object.fromEntries(shared))
  })
  return rows.length === 0 ? [] : [at(rows[0]!), at(rows[0]!, rows[1] ?? rows[0]!), ...edges]
}

/** Moments that turn on one product: sizes at the border, stock that is low, gone or gone in one colour. */
function momentsOf(card: Card): Moment[] {
  const stock = (count: number) => ({ stock: Object.fromEntries(card.variants.map(({ sku }) => [sku, count])) })
  const product = { productId: card.id }
  const pick = slots({ colour: ['purple', '紫色'] })
  return [
    ...bodies(card).map((body) => ({ ...product, slots: body })),
    ...['height', 'weight', 'age', 'region', 'quantity', 'colour', 'size', 'flavour'].map((name) => ({
      ...product,
      slots: Object.fromEntries(Object.entries({ ...EVERYTHING, ...SAID.zh[0] }).filter(([slot]) => slot === name)),
    })),
    { ...product, slots: slots({ region: ['浙江', '浙江'], quantity: [1, '1'] }) },
    ...[0, 2, 50].map((count) => ({ ...product, slots: {}, live: stock(count) })),
    { ...product, slots: EVERYTHING, live: stock(0) },
    { ...product, slots: pick },
  ]
}

/** What shoppers ask of a product that its card confirms, denies, chooses between or does not say. */
const QUESTIONS: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['这款是纯棉的吗', '是手洗还是机洗', '有口袋吗', '是有机棉吗'],
  en: ['is it 100% cotton?', 'machine wash or hand wash?', 'does it have pockets?', 'is it organic cotton?'],
  ko: ['순면인가요?', '세탁기인가요 아니면 손세탁인가요?', '주머니 있나요?', '유기농인가요?'],
}

/** Moments of a product that a question is asked about, and of one that has sold well. */
function productTalk(card: Card, locale: Locale): Moment[] {
  return [
    ...QUESTIONS[locale].map((words) => ({ productId: card.id, slots: {}, words })),
    { productId: card.id, slots: {}, live: { product: { id: card.id, sold: 3200, rating: 4.8 } } },
  ]
}

/** Moments without a product: one thing said and nothing else, the small hours, the days before a holiday, members. */
function plainMoments(silent: Store, threeForTwo: Store, bounded: Store): Moment[] {
  const alone = Object.entries(EVERYTHING).map(([name, said]) => ({ slots: { [name]: said } }))
  const shoppers: Facts['shopper'][] = [
    { id: 's', spent: 0, orders: 0 },
    { id: 's', spent: 600, orders: 4 },
    { id: 's', level: 'gold', spent: 1600, orders: 9 },
  ]
  return [
    ...alone,
    ...shoppers.flatMap((shopper) => [
      { slots: {}, live: { shopper } },
      { slots: {}, live: { shopper }, productId: 'tee-basic' },
    ]),
    ...[NIGHT, ...HOLIDAYS].flatMap((now) => [
      { slots: {}, now },
      { slots: SAID.zh[0]!, now, productId: 'tee-basic' },
    ]),
    { slots: slots({ price: [45, '45'] }), words: '购物车45包邮吗' },
    { slots: {}, words: '货到付款可以吗' },
    { slots: {}, words: '能用支付宝吗' },
    { slots: slots({ size: ['39', '39'] }), productId: 'shoes-canvas' },
    { slots: slots({ quantity: [60, '60'], colour: ['black', '黑色'], size: ['L', 'L'] }), productId: 'tee-basic' },
    { slots: slots({ quantity: [2, '2'] }), store: threeForTwo, productId: 'tee-basic' },
    { slots: {}, productId: 'tee-basic', conceded: { price: 55, amount: 4, pieces: 1, product: 'tee-basic' } },
    { slots: {}, productId: 'tee-basic', store: bounded, roles: ['agent'] },
    { slots: {}, store: silent },
    { slots: EVERYTHING, store: silent },
    { slots: {}, store: silent, productId: 'tee-basic' },
  ]
}

/** Fact sources of many situations, the plainest first; the same for every script of a language. */
export async function situations(
  shipped: readonly Card[],
  locale: Locale,
  persona: Readonly<Record<string, unknown>>,
): Promise<FactSource[]> {
  const cards = [...shipped, BARE]
  const catalogue = createCatalogue(cards)
  const [store, other, silent, threeForTwo] = await Promise.all(
    [{}, OTHER_OFFERS, SILENT, THREE_FOR_TWO].map((changes) => storeWith({ ...changes, persona })),
  )
  const facts = (moment: Moment): FactSource =>
    createFacts({
      store: store!,
      catalogue,
      locale,
      channel: 'taobao',
      agent: { id: '01', name: 'Mia' },
      roles: ['lead'],
      now: NOW,
      ...moment,
    })
  const said = [{}, ...SAID[locale].map((own) => ({ ...EVERYTHING, ...own }))]
  const grid = [store!, other!].flatMap((one) =>
    said.flatMap((spoken) =>
      orders(cards).flatMap((order) =>
        [undefined, ...cards.map(({ id }) => id)].flatMap((productId) =>
          [NOW, QUIET].map((now) => {
            const shopper = { id: 's', name: 'Li', spent: 300, orders: order?.status === 'closed' ? 3 : 0 }
            const live = { ...(order ? { order } : {}), shopper }
            return facts({ store: one, slots: spoken, productId, live, now })
          }),
        ),
      ),
    ),
  )
  return [
    ...grid,
    ...plainMoments(silent!, threeForTwo!, other!).map(facts),
    ...cards.flatMap((card) => [...momentsOf(card), ...productTalk(card, locale)]).map(facts),
  ]
}
