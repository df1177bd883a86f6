import { describe, expect, test } from 'vitest'
import { SLOTS, type SlotName } from '../../src/intents/index.ts'
import { createCatalogue, createFacts, type FactsInput, parseStore, RESOLVED } from '../../src/policy/index.ts'
import { CATALOGUE, STORE } from './demo.ts'

type Given = Omit<Partial<FactsInput>, 'now'> & { at?: string }

function factsOf({ at = '2026-11-24T10:00:00+08:00', ...given }: Given = {}) {
  return createFacts({
    store: STORE,
    catalogue: CATALOGUE,
    slots: {},
    locale: 'zh',
    channel: 'taobao',
    now: Date.parse(at),
    ...given,
  })
}
const text = (name: SlotName, given?: Given) => factsOf(given).get(name)?.text
const value = (name: SlotName, given?: Given) => factsOf(given).get(name)?.value
const said = (slots: Record<string, [value: string | number, text: string, unit?: string]>) => ({
  slots: Object.fromEntries(Object.entries(slots).map(([name, [v, t, unit]]) => [name, { value: v, text: t, unit }])),
})
const order = (fields: object) => ({ live: { order: { id: '2384756283748826', status: 'paid' as const, ...fields } } })

test('every slot of the vocabulary has a resolver, and no resolver a slot of its own', () => {
  expect([...RESOLVED].sort()).toEqual(Object.keys(SLOTS).sort())
})

test('a store that says nothing and a shopper who said nothing claim nothing', () => {
  const { store } = parseStore({ id: 'tiny', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY' }, 'tiny')
  const facts = factsOf({ store: store!, catalogue: CATALOGUE })
  const known = (Object.keys(SLOTS) as SlotName[]).filter((name) => facts.get(name) !== undefined)
  expect(known.sort()).toEqual([
    'bargain.state',
    'free.state',
    'gift.state',
    'promo.state',
    'returns.days',
    'returns.state',
    'shop',
  ])
})

describe('createFacts', () => {
  test('remembers, and tells what was used', () => {
    const facts = factsOf()
    expect(facts.get('shop')).toBe(facts.get('shop'))
    expect(facts.get('product.name')).toBeUndefined()
    expect([...facts.used().keys()]).toEqual(['shop'])
  })

  test('switches print nothing', () => {
    const facts = factsOf({ productId: 'tee-basic', ...said({ region: ['江苏', '江苏'] }) })
    for (const name of Object.keys(SLOTS) as SlotName[])
      if ('shows' in SLOTS[name]) expect(facts.get(name)?.text ?? '').toBe('')
  })

  test('no language prints the letters of another', () => {
    for (const locale of ['en', 'ko'] as const) {
      const facts = factsOf({ locale, productId: 'nut-macadamia', ...said({ region: ['Jiangsu', 'Jiangsu'] }) })
      for (const name of Object.keys(SLOTS) as SlotName[]) {
        expect(facts.get(name)?.text ?? '', name).not.toMatch(/[\u3400-\u9fff]/)
        expect(facts.get(name)?.why ?? '', name).not.toMatch(/[\u3400-\u9fff]/)
      }
    }
  })

  test('says which slot the shopper has to tell', () => {
    expect(factsOf({ productId: 'tee-basic' }).missing('size.pick')).toEqual(['height', 'weight'])
    expect(factsOf({ productId: 'tee-basic', ...said({ height: [165, '165'] }) }).missing('size.state')).toEqual([
      'weight',
    ])
    expect(factsOf().missing('size.pick')).toEqual(['product_ref'])
    expect(factsOf().missing('shipping.fee')).toEqual(['region'])
    expect(factsOf(said({ region: ['江苏', '江苏'] })).missing('shipping.fee')).toEqual([])
  })
})

describe('which product', () => {
  test('the one the shopper named, else the live one, else that of a one-line order', () => {
    const live = { product: { id: 'shirt-linen' }, ...order({ lines: [{ id: 'jeans-straight' }] }).live }
    expect(text('product.name', { productId: 'tee-basic', live })).toBe('纯棉短袖')
    expect(text('product.name', { live })).toBe('棉麻衬衫')
    expect(text('product.name', order({ lines: [{ id: 'jeans-straight' }] }))).toBe('直筒牛仔裤')
    expect(text('product.name', order({ lines: [{ id: 'jeans-straight' }, { id: 'tee-basic' }] }))).toBeUndefined()
    expect(text('product.name', { productId: '600000000001', live })).toBeUndefined()
  })

  test('live price and stock win over the card, what is not usable is left out', () => {
    const live = {
      product: { id: 'tee-basic', price: 49, category: 'spaceships', material: '钛' },
      stock: { 'TEE-BLACK-L': 2 },
    }
    expect(text('product.price', { live })).toBe('49元')
    expect(value('product.category', { live })).toBe('clothing')
    expect(text('stock.left', { live, ...said({ colour: ['black', '黑色'], size: ['L', 'L码'] }) })).toBe('2件')
  })

  test('live fields of another product than the one named do not leak', () => {
    expect(text('product.price', { productId: 'tee-basic', live: { product: { id: 'shirt-linen', price: 1 } } })).toBe(
      '59元',
    )
  })
})

describe('stock', () => {
  const tee = (slots: Parameters<typeof said>[0]) => ({ productId: 'tee-basic', ...said(slots) })
  test.each([
    [{ colour: ['white', '白色'], size: ['M', 'M码'] }, 'in'],
    [{ colour: ['black', '黑的'], size: ['L', 'L'] }, 'low'],
    [{ colour: ['navy', '藏青'], size: ['XL', 'xl'] }, 'out'],
    [{ colour: ['pink', '粉色'] }, 'variant_missing'],
    [{ size: ['4XL', '4XL'] }, 'variant_missing'],
    [{ size: ['2XL', '2XL'] }, 'in'],
    [{}, 'in'],
  ] as [Parameters<typeof said>[0], string][])('%o is %s', (slots, state) =>
    expect(value('stock.state', tee(slots))).toBe(state),
  )

  test('no product, no count, no verdict', () => {
    expect(value('stock.state')).toBeUndefined()
    expect(text('stock.left', tee({ colour: ['navy', '藏青'], size: ['XL', 'XL'] }))).toBeUndefined()
  })

  test('a trait the product does not have is not asked of it', () => {
    expect(value('stock.state', { productId: 'mango-dried', ...said({ size: ['M', 'M'] }) })).toBe('in')
  })

  test('"white" is not off-white', () => {
    expect(value('stock.state', { productId: 'shirt-linen', ...said({ colour: ['white', '白色'] }) })).toBe(
      'variant_missing',
    )
    expect(value('stock.state', { productId: 'shirt-linen', ...said({ colour: ['off-white', '米白'] }) })).toBe('in')
  })

  test('alternatives are of the same type, in stock, inside the budget', () => {
    expect(text('alternatives', { productId: 'jeans-straight' })).toBe('瑜伽裤')
    expect(text('cheaper', { productId: 'jeans-straight' })).toBe('瑜伽裤（79元）')
    expect(text('cheaper', { productId: 'jeans-straight', ...said({ budget: [50, '50以内'] }) })).toBeUndefined()
    expect(text('hot.items', said({ budget: [20, '20块'] }))).toBe('瓜子、便携湿巾')
  })
})

describe('size', () => {
  const body = said({ height: [165, '165'], weight: [55, '110斤'] })
  test('pick, reason and state', () => {
    const facts = factsOf({ productId: 'tee-basic', ...body })
    expect(facts.get('size.pick')).toMatchObject({
      text: 'M码',
      value: 'M',
      source: 'calc',
      why: '身高165cm、体重55kg都在M码范围（156-166cm、48-57kg）',
    })
    expect(facts.get('size.state')?.value).toBe('one')
    expect(facts.get('size.other')).toBeUndefined()
  })

  test('the platform’s body data fills in, the shopper’s own words win', () => {
    const live = { shopper: { height: 165, weight: 55 } }
    expect(text('size.pick', { productId: 'tee-basic', live })).toBe('M码')
    expect(text('height', { live })).toBe('165cm')
    expect(
      text('size.pick', { productId: 'tee-basic', live, ...said({ height: [170, '170'], weight: [63, '63kg'] }) }),
    ).toBe('L码')
  })

  test('months are years of a child, and missing data gives no verdict (R60)', () => {
    expect(value('size.state', { productId: 'tee-basic', ...said({ height: [165, '165'] }) })).toBeUndefined()
    expect(value('size.state', { productId: 'nuts-daily', ...body })).toBeUndefined()
    expect(text('age', said({ age: [6, '6个月', 'month'] }))).toBe('6个月')
  })
})

describe('postage', () => {
  const to = (region: string, more: Parameters<typeof said>[0] = {}) => said({ region: [region, region], ...more })

  test('江浙沪 3 kg is 9, elsewhere 30, remote by its own courier', () => {
    expect(text('shipping.fee', to('江苏', { mass: [3, '3公斤'] }))).toBe('9元')
    expect(text('shipping.fee', to('广东', { mass: [3, '3公斤'] }))).toBe('30元')
    expect(text('shipping.fee', to('新疆', { mass: [3, '3公斤'] }))).toBe('48元')
    expect(text('shipping.courier', to('新疆'))).toBe('EMS')
    expect(text('shipping.fee')).toBeUndefined()
  })

  test('the courier asked for decides the tariff', () => {
    expect(text('shipping.fee', to('江苏', { courier: ['顺丰', '顺丰'], mass: [1, '1kg'] }))).toBe('13元')
    expect(value('courier.state', to('江苏', { courier: ['顺丰', '顺丰'] }))).toBe('yes')
    expect(value('courier.state', to('新疆', { courier: ['中通', '中通'] }))).toBe('no')
    expect(value('courier.state', said({ courier: ['圆通', '圆通'] }))).toBe('no')
    expect(value('courier.state', said({ courier: ['邮政', 'ems'] }))).toBe('yes')
    expect(value('courier.state', said({ courier: ['邮政', '平邮'] }))).toBe('no')
    expect(value('courier.state')).toBeUndefined()
  })

  test('free above the threshold, not in remote regions, not with a dearer courier', () => {
    const dress = { productId: 'nuts-daily' }
    expect(value('free.state', { ...dress, ...to('江苏') })).toBe('yes')
    expect(text('shipping.fee', { ...dress, ...to('江苏') })).toBe('0元')
    expect(value('free.state', { ...dress, ...to('新疆') })).toBe('no')
    expect(value('free.state', { ...dress, ...to('江苏', { courier: ['顺丰', '顺丰'] }) })).toBe('no')
    expect(value('free.state', dress)).toBeUndefined()
    expect(text('shipping.free_gap', { productId: 'kids-tee', ...to('江苏') })).toBe('20元')
    expect(value('free.state', { productId: 'kids-tee', ...to('江苏', { quantity: [2, '两件'] }) })).toBe('yes')
  })

  describe('a sum the shopper tells', () => {
    const told = (words: string, yuan: number, more = {}) => ({
      words,
      ...said({ price: [yuan, `${yuan}块`, 'CNY'], ...more }),
    })
    test.each([
      ['购物车45块够包邮吗', 45, '14元'],
      ['我选了45块的东西要邮费吗', 45, '14元'],
      ['还差6块包邮怎么凑', 6, '6元'],
    ])('%s', (words, yuan, gap) => {
      expect(text('shipping.told_gap', told(words, yuan))).toBe(gap)
      expect(text('shipping.free_gap', told(words, yuan, { region: ['江苏', '江苏'] }))).toBe(gap)
      expect(value('free.state', told(words, yuan, { region: ['新疆', '新疆'] }))).toBe('no')
    })
    test('is enough', () => {
      const enough = told('我一共买了80块包邮吗', 80, { region: ['江苏', '江苏'] })
      expect(value('free.state', enough)).toBe('yes')
      expect(text('shipping.told_gap', enough)).toBeUndefined()
    })
    test.each([
      ['45块一件包邮吗', 45],
      ['购物车45块能便宜点吗', 45],
      ['45块包邮卖吗', 45],
      ['还差80块包邮', 80],
    ])('none: %s', (words, yuan) => expect(text('shipping.told_gap', told(words, yuan))).toBeUndefined())
    test('what was told in an earlier question is another matter', () => {
      expect(text('shipping.told_gap', { ...told('', 45), words: '购物车30块包邮吗' })).toBeUndefined()
    })
  })

  test('what may not go where, with the reason', () => {
    expect(factsOf({ productId: 'beef-jerky', ...to('香港') }).get('reach.state')).toMatchObject({
      value: 'restricted',
      why: expect.stringContaining('海关'),
    })
    expect(value('reach.state', { productId: 'gaiwan-white', ...to('香港') })).toBe('yes')
    expect(text('reach.why', { productId: 'beef-jerky', ...to('香港') })).toContain('海关')
    expect(text('reach.why', { productId: 'gaiwan-white', ...to('香港') })).toBeUndefined()
    expect(value('reach.state', to('香港'))).toBe('depends')
    expect(text('reach.why', to('香港'))).toContain('海关')
    expect(text('reach.why', to('江苏'))).toBeUndefined()
    expect(value('reach.state', to('江苏'))).toBe('yes')
    expect(value('reach.state', to('巴西'))).toBe('no')
    expect(text('shipping.fee', { productId: 'beef-jerky', ...to('香港') })).toBeUndefined()
  })

  test('the region of the order serves when the shopper names none', () => {
    expect(text('shipping.transit', order({ region: '江苏省苏州市' }))).toBe('2-4天')
    expect(text('shipping.transit', { ...order({ region: '江苏省苏州市' }), ...to('广东') })).toBe('3-5天')
  })
})

describe('dates', () => {
  const to = said({ region: ['江苏', '江苏'] })
  test('dispatch by the promised limit, arrival as a range', () => {
    expect(text('shipping.dispatch_date')).toBe('后天（11月26日）')
    expect(text('shipping.eta_date', to)).toBe('11月26日到12月2日')
    expect(text('shipping.eta_date')).toBeUndefined()
    expect(text('shipping.eta_date', { ...to, locale: 'ko' })).toBe('11월 26일~12월 2일')
    expect(factsOf().get('shipping.dispatch_date')?.why).toBe('16:00截单前，最早11月24日、最迟11月26日发出')
    expect(factsOf(to).get('shipping.eta_date')?.why).toBe('11月24日到26日发出，路上2-4天（周末不算）')
    expect(text('shipping.eta_date', { ...to, locale: 'en' })).toBe('November 26 to December 2')
  })

  test('a shipped order counts from the day it left', () => {
    const shipped = order({ status: 'dispatched', shippedAt: '2026-11-23T18:00:00+08:00', region: '江苏' })
    expect(text('shipping.eta_date', shipped)).toBe('11月25日到27日')
    expect(text('shipping.dispatch_date', shipped)).toBeUndefined()
    expect(text('shipping.eta_date', order({ status: 'delivered', region: '江苏' }))).toBeUndefined()
  })

  test('an older order does not speak for a product outside it', () => {
    const old = order({ status: 'delivered', region: '江苏', lines: [{ id: 'tee-basic', quantity: 5 }] })
    expect(text('shipping.eta_date', { ...old, productId: 'kids-tee' })).toBe('11月26日到12月2日')
    expect(text('shipping.free_gap', { ...old, productId: 'kids-tee' })).toBe('20元')
    expect(text('shipping.eta_date', { ...old, productId: 'tee-basic' })).toBeUndefined()
  })

  test('late once the limit has passed, no date in the past', () => {
    const paid = (day: string) => order({ paidAt: `${day}T10:00:00+08:00`, region: '江苏' })
    expect(value('dispatch.state', paid('2026-11-23'))).toBe('ok')
    expect(value('dispatch.state', paid('2026-11-19'))).toBe('late')
    expect(text('shipping.dispatch_date', paid('2026-11-19'))).toBeUndefined()
    expect(value('dispatch.state')).toBeUndefined()
  })

  test('a holiday is said beforehand, and that its dates are not official yet', () => {
    expect(text('shipping.holiday', { at: '2026-02-05T10:00:00+08:00' })).toBe(
      '春节2月15日到23日仓库休息，2月24日起按付款顺序发出',
    )
    expect(text('shipping.holiday', { at: '2027-02-01T10:00:00+08:00' })).toContain('具体以店铺公告为准')
    expect(text('shipping.holiday')).toBeUndefined()
    const why = factsOf({ at: '2027-02-04T17:00:00+08:00', ...to }).get('shipping.eta_date')?.why
    expect(why).toContain('未经官方通知确认')
  })

  test('when somebody is back', () => {
    expect(text('hold.hours')).toBeUndefined()
    expect(text('hold.hours', { at: '2026-11-24T23:30:00+08:00' })).toBe('明天（11月25日）09:00')
    expect(text('hold.hours', { at: '2026-11-24T07:00:00+08:00' })).toBe('今天（11月24日）09:00')
  })

  test('until when an unpaid order stands', () => {
    const placed = order({ status: 'created', placedAt: '2026-11-24T09:30:00+08:00' })
    expect(text('order.pay_by', placed)).toBe('11月27日09:30')
    expect(text('order.pay_by', { ...placed, at: '2026-12-01T10:00:00+08:00' })).toBeUndefined()
    expect(text('order.pay_by', order({ placedAt: '2026-11-24T09:30:00+08:00' }))).toBeUndefined()
  })
})

describe('prices', () => {
  test('promotions, gifts and coupons only while they run', () => {
    expect(text('promo.text')).toBe('任选两件9折')
    expect(text('promo.until')).toBe('12月31日')
    expect(text('promo.next')).toBe('2027年1月1日')
    expect(text('coupon.text')).toBe('满59减5的店铺券')
    expect(text('gift.condition')).toBe('满99元')
    const later = { at: '2028-01-01T10:00:00+08:00' }
    expect(value('promo.state', later)).toBe('off')
    expect(value('gift.state', later)).toBe('off')
    for (const name of ['promo.text', 'promo.until', 'promo.next', 'gift.name', 'coupon.text'] as const)
      expect(text(name, later)).toBeUndefined()
  })

  test('the turn of the day is the store’s, not the world’s', () => {
    expect(value('promo.state', { at: '2027-12-31T15:59:00Z' })).toBe('on')
    expect(value('promo.state', { at: '2027-12-31T16:01:00Z' })).toBe('off')
  })

  test('member level, gap and price; special offers are not discounted', () => {
    const live = { shopper: { spent: 620 } }
    expect(text('member.level', { live })).toBe('银卡')
    expect(text('member.gap', { live })).toBe('880元')
    expect(text('member.price', { live, productId: 'tee-basic' })).toBe('57.82元')
    expect(text('member.price', { live, productId: 'dress-floral' })).toBeUndefined()
    expect(text('member.level')).toBeUndefined()
    expect(text('member.level', { live: { shopper: { level: 'VIP', spent: 10 } } })).toBe('VIP')
  })

  test('prices that depend on the choice are given as from', () => {
    expect(text('product.price', { productId: 'tea-longjing' })).toBe('98元起')
    expect(text('product.price', { productId: 'cookies-butter' })).toBe('35元')
  })
})

describe('basket', () => {
  const pieces = (count: number, more: Given = {}) => ({
    productId: 'tee-basic',
    ...said({ quantity: [count, `${count}件`] }),
    ...more,
  })

  test('total with every step as its reason, and how to order', () => {
    const facts = factsOf(pieces(2))
    const steps = '59元×2共118元，任选两件9折减11.8元，满99元减10元，用券减5元，实付91.2元'
    expect(facts.get('basket.total')).toMatchObject({ text: '91.2元', value: 91.2, source: 'calc', why: steps })
    expect(facts.get('basket.steps')?.text).toBe(steps)
    expect(facts.get('basket.cart')?.text).toBe('先领满59元减5元的券，纯棉短袖×2放在一单里提交')
    expect(facts.get('basket.state')?.value).toBe('deal')
    expect(text('basket.total', pieces(2, { locale: 'en' }))).toBe('¥91.2')
  })

  test('not without a product, not while the price depends on the choice, not by a promotion in words only', () => {
    expect(text('basket.total')).toBeUndefined()
    expect(text('basket.total', { productId: 'tea-longjing' })).toBeUndefined()
    const promotions = STORE.promotions.map(({ rule: _, ...promotion }) => promotion)
    expect(text('basket.total', pieces(2, { store: { ...STORE, promotions } }))).toBeUndefined()
  })

  test('the member price is weighed against the promotion', () => {
    const vip = { live: { shopper: { level: 'VIP' } } }
    expect(factsOf(pieces(1, vip)).get('basket.steps')?.text).toBe('59元，VIP会员价减4.72元，实付54.28元')
    expect(factsOf(pieces(2, vip)).get('basket.steps')?.text).toContain('任选两件9折')
  })

  test('an order that waits for payment is the basket', () => {
    const lines = [
      { id: 'tee-basic', quantity: 1 },
      { id: 'kids-socks', quantity: 2 },
    ]
    const live = order({ status: 'created', lines })
    expect(factsOf(live).get('basket.steps')?.text).toMatch(/^纯棉短袖59元、.+25元×2共109元/)
    expect(text('basket.total', order({ status: 'created', lines: [...lines, { id: 'elsewhere' }] }))).toBeUndefined()
  })

  test('no more than one person may buy or the store has', () => {
    expect(
      value('basket.state', pieces(5, said({ quantity: [5, '5件'], colour: ['black', '黑色'], size: ['L', 'L'] }))),
    ).toBe('limited')
    expect(
      value('basket.state', pieces(4, said({ quantity: [4, '4件'], colour: ['black', '黑色'], size: ['L', 'L'] }))),
    ).toBe('deal')
  })

  test('a wholesale quantity, or one that is none, is not added up', () => {
    expect(text('basket.total', pieces(200))).toBeDefined()
    expect(text('basket.total', pieces(1_000_000))).toBeUndefined()
    const lines = [{ id: 'tee-basic', quantity: 0.5 }]
    expect(text('basket.total', order({ status: 'created', lines }))).toBeUndefined()
  })

  test('nothing is added up when nothing is left', () => {
    const gone = said({ quantity: [1, '1件'], colour: ['navy', '藏青'], size: ['XL', 'XL'] })
    expect(value('basket.state', pieces(1, gone))).toBeUndefined()
    expect(text('basket.cart', pieces(1, gone))).toBeUndefined()
  })

  test('a better way to order is named only when there is one', () => {
    const halves = STORE.promotions.map((promotion) => ({
      ...promotion,
      rule: { kind: 'group' as const, of: 3, reduced: 1, share: 0 },
    }))
    const store = { ...STORE, promotions: halves, coupons: [], discount: {} }
    expect(text('basket.better', pieces(2, { store }))).toBe('再加纯棉短袖×1，合计118元，价钱一样')
    expect(text('basket.better', pieces(3, { store }))).toBeUndefined()
  })
})

describe('bargaining', () => {
  const bounded = {
    ...STORE,
    promotions: [],
    coupons: [],
    bargain: {
      mode: [{ value: 'bounded' as const }],
      floor: [{ value: 0.95 }],
      authority: [{ value: 'lead' as const }],
    },
  }
  const tee = { productId: 'tee-basic', store: bounded }

  test('a price only for who may grant it, inside the floor, with the margin as its reason', () => {
    expect(factsOf({ ...tee, roles: ['lead'] }).get('bargain.price')).toMatchObject({
      text: '56.05元',
      why: '底线56.05元（95%），让利2.95元',
    })
    expect(text('bargain.price', { ...tee, roles: ['lead'], ...said({ price: [58, '58'] }) })).toBe('58元')
    expect(text('bargain.price', { ...tee, roles: ['agent'] })).toBeUndefined()
    expect(value('bargain.room', { ...tee, roles: ['agent'] })).toBe('ask')
    expect(value('bargain.room', tee)).toBe('ask')
    expect(value('bargain.room', { productId: 'tee-basic', roles: ['lead'] })).toBe('no')
    expect(value('bargain.room', { store: bounded, roles: ['lead'] })).toBeUndefined()
  })

  test('what shall come off is no price, and no more than that is granted', () => {
    const off = { ...tee, roles: ['lead'] as const, ...said({ price: [-2, '少2块'] }) }
    expect(text('bargain.price', off)).toBe('57元')
    expect(text('price', off)).toBeUndefined()
  })

  test('a price that was granted stands: for this talk nothing more, for other goods nothing', () => {
    const granted = {
      ...tee,
      roles: ['lead'] as const,
      conceded: { price: 55, amount: 4, pieces: 1, product: 'tee-basic' },
    }
    expect(text('bargain.price', granted)).toBe('55元')
    expect(value('bargain.room', granted)).toBe('granted')
    expect(text('basket.total', granted)).toBeUndefined()
    expect(text('bargain.price', { ...granted, roles: ['agent'] })).toBe('55元')
    expect(text('bargain.price', { ...granted, ...said({ quantity: [2, '两件'] }) })).toBe('108元')
    const other = { ...granted, productId: 'cardigan-knit' }
    expect(text('bargain.price', other)).toBeUndefined()
    expect(value('bargain.room', other)).toBe('no')
    const unnamed = { ...granted, productId: undefined }
    expect(text('bargain.price', unnamed)).toBe('55元')
    expect(text('bargain.price', { ...tee, conceded: { amount: 5, pieces: 1 } })).toBe('54元')
  })

  test('a figure below the price of one piece is meant for each', () => {
    const two = said({ quantity: [2, '两件'], price: [58, '58'] })
    const store = { ...bounded, discount: {} }
    expect(text('bargain.price', { ...tee, store, roles: ['lead'], ...two })).toBe('116元')
  })
})

describe('what closes the gap', () => {
  const to = (region: string) => said({ region: [region, region] })
  test('the cheapest companion that makes it free', () => {
    expect(factsOf({ productId: 'kids-tee', ...to('江苏') }).get('free.item')).toMatchObject({
      value: 'kids-jeans',
      why: '差20元包邮，最省的一件',
    })
    expect(text('free.item', { productId: 'nuts-daily', ...to('江苏') })).toBeUndefined()
    expect(text('free.item', { productId: 'kids-tee', ...to('新疆') })).toBeUndefined()
    expect(text('free.item', { productId: 'kids-tee' })).toBeUndefined()
  })

  test('without a companion that does, the cheapest of all that may go there', () => {
    const cards = CATALOGUE.all.map((card) => ({ ...card, companions: [] }))
    const near = factsOf({ productId: 'kids-tee', catalogue: createCatalogue(cards), ...to('江苏') }).get('free.item')
    const closing = cards.filter(({ id, price, specialPrice }) => id !== 'kids-tee' && (specialPrice ?? price) >= 20)
    const least = Math.min(...closing.map(({ price, specialPrice }) => specialPrice ?? price))
    expect(closing.find(({ id }) => id === near?.value)).toMatchObject({ price: least })
    const sold = cards.map((card) => ({ ...card, variants: card.variants.map((one) => ({ ...one, stock: 0 })) }))
    const left = sold.filter(({ variants }) => variants.length > 0)
    expect(
      text('free.item', { productId: 'kids-tee', catalogue: createCatalogue(left), ...to('江苏') }),
    ).toBeUndefined()
  })

  test('a store may count what is paid instead of page prices', () => {
    const store = { ...STORE, shipping: { ...STORE.shipping, freeCounts: [{ value: 'paid' as const }] } }
    const tee = { productId: 'tee-basic', ...to('江苏') }
    expect(value('free.state', tee)).toBe('yes')
    expect(value('free.state', { ...tee, store })).toBe('gap')
    expect(text('shipping.free_gap', { ...tee, store })).toBe('5元')
  })

  test('postage that the product adds to an order still here', () => {
    const paid = order({ region: '江苏', lines: [{ id: 'shoes-canvas', quantity: 1 }] })
    const facts = factsOf({ ...paid, productId: 'jeans-straight' })
    expect(facts.get('shipping.merge_fee')).toMatchObject({ text: '2元', why: '合并共约1.4kg：7元，分开寄要10元' })
    const gone = order({ status: 'dispatched', region: '江苏', lines: [{ id: 'shoes-canvas', quantity: 1 }] })
    expect(text('shipping.merge_fee', { ...gone, productId: 'jeans-straight' })).toBeUndefined()
    expect(text('shipping.merge_fee', { ...paid, productId: 'shoes-canvas' })).toBeUndefined()
  })
})

test('shoes by the size the shopper usually wears, as long as no foot is measured', () => {
  const usual = (size: string, more = {}, productId = 'shoes-canvas', unit?: string) =>
    factsOf({ productId, ...said({ size: unit ? [size, size, unit] : [size, size], ...more }) }).get('size.usual')
  expect(usual('39')).toMatchObject({
    text: '39码',
    value: '39',
    why: '平时39约合脚长24.5cm；脚长24.5cm在39码范围（24.1-24.5cm）',
  })
  expect(usual('42', {}, 'shoes-canvas', 'EU')?.value).toBe('43')
  expect(usual('8', {}, 'shoes-canvas', 'US')).toBeUndefined()
  expect(usual('39', { foot_length: [24, '24cm'] })).toBeUndefined()
  expect(usual('39', {}, 'tee-basic')).toBeUndefined()
  expect(factsOf({ productId: 'shoes-canvas' }).missing('size.usual')).toEqual(['size'])
})

test('a size the shopper chose is held against the advice', () => {
  const body = { height: [165, '165'], weight: [55, '110斤'] } as const
  const asks = (size: string) =>
    factsOf({
      productId: 'tee-basic',
      ...said({ height: [...body.height], weight: [...body.weight], size: [size, size] }),
    })
  expect(asks('S').get('size.asked')?.value).toBe('small')
  expect(asks('M').get('size.asked')?.value).toBe('fits')
  expect(factsOf({ productId: 'tee-basic', ...said({ size: ['S', 'S'] }) }).get('size.asked')).toBeUndefined()
})

describe('returns', () => {
  test('exempt goods give no promise, others seven days with the condition of their kind', () => {
    expect(value('returns.state', { productId: 'qingtuan-box' })).toBe('no')
    expect(text('returns.days', { productId: 'qingtuan-box' })).toBeUndefined()
    expect(value('returns.state', { productId: 'tee-basic' })).toBe('yes')
    expect(text('returns.days', { productId: 'tee-basic' })).toBe('7天')
    expect(text('returns.condition', { productId: 'nuts-daily' })).toBe('包装未拆封')
  })

  test('without a product the promise stands with its exceptions beside it', () => {
    expect(factsOf().get('returns.state')).toMatchObject({ value: 'yes', why: expect.stringContaining('除外') })
  })
})

describe('voice', () => {
  test('address and self by locale, smile by channel, agent by name', () => {
    expect(text('you')).toBe('亲')
    expect(factsOf({ locale: 'en' }).get('you')).toMatchObject({ text: '' })
    expect(text('you', { locale: 'ko' })).toBe('고객님')
    expect(text('smile')).toBe('/:^_^')
    expect(text('smile', { channel: 'jd' })).toBe('😊')
    expect(text('agent', { agent: { id: '1', name: '小李' } })).toBe('小李')
    expect(text('agent', { agent: { id: '1' } })).toBeUndefined()
  })

  test('a store without emoji smiles in words only', () => {
    const store = { ...STORE, persona: { ...STORE.persona, emoji: [{ value: 'none' as const }] } }
    expect(factsOf({ store }).get('smile')).toMatchObject({ text: '' })
  })
})

describe('personal data', () => {
  test('is known, and never printed', () => {
    const facts = factsOf(
      said({
        phone: ['13812345678', '13812345678'],
        address: ['星湖街1号', '星湖街1号'],
        recipient: ['张三', '张三'],
        email: ['a@b.cn', 'a@b.cn'],
        id_card: ['110101199003070011', '110101199003070011'],
        bank_card: ['6222020200112233445', '6222020200112233445'],
        order_no: ['2384756283748826', '2384756283748826'],
      }),
    )
    expect(facts.get('phone')?.text).toBe('尾号5678')
    expect(facts.get('order_no')?.text).toBe('尾号8826')
    for (const name of ['address', 'recipient', 'email', 'id_card', 'bank_card'] as const)
      expect(facts.get(name)).toEqual({ text: '', value: true, source: 'message' })
  })

  test('an order prints its last digits, and its place without the street', () => {
    const live = order({ region: '江苏省苏州市工业园区星湖街1号张三13812345678' })
    expect(text('order.no', live)).toBe('尾号8826')
    expect(text('order.region', live)).toBe('江苏省苏州市')
    expect(text('order.region', order({ region: '江苏苏州工业园区星湖街1号' }))).toBe('江苏苏州')
    expect(text('order.region', order({ region: '江苏南京中山路菜市场5号' }))).toBe('江苏')
    expect(text('order.region', order({ region: '上海' }))).toBe('上海')
  })

  test('live words are cut to one harmless line', () => {
    expect(text('shopper.name', { live: { shopper: { name: ' 王\n女士 https://x.cn/a 13812345678 ' } } })).toBe(
      '王 女士',
    )
    expect(text('order.items', order({ lines: [{ title: '帆布包', quantity: 2 }, { id: 'tee-basic' }] }))).toBe(
      '帆布包×2、纯棉短袖',
    )
  })
})
