import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnalyseDeps, analyse, initialState } from '../../src/intents/index.ts'
import type { Message, State } from '../../src/protocol/index.ts'
import { TINY_MODELS, tinyModel } from './tiny-models.ts'

const deps: AnalyseDeps = { models: TINY_MODELS, timezone: 'Asia/Shanghai', threshold: 0.35 }
const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const shopper = (text: string): Message => ({ role: 'shopper', text })
const agent = (text: string): Message => ({ role: 'agent', text })

function read(messages: readonly Message[], more: Partial<AnalyseDeps> = {}, before: State = initialState('zh')) {
  return analyse(messages, before, { ...deps, ...more }, NOW)
}
const first = (messages: readonly Message[], more: Partial<AnalyseDeps> = {}) => read(messages, more).intents[0]
const open = (messages: readonly Message[], more: Partial<AnalyseDeps> = {}) =>
  read(messages, more).state.openQuestions.map((question) => question.name)

describe('a message', () => {
  test('is read into intents, shares, entities and state', () => {
    const { intents, topics, entities, state, text, abstained } = read([shopper('我身高165体重55公斤穿什么码')])
    expect(intents[0]).toMatchObject({ name: 'size_fit.recommend', family: 'size_fit' })
    expect(topics[0]!.name).toBe('size_fit.recommend')
    expect(entities.map(({ slot, value }) => [slot, value])).toEqual([
      ['height', 165],
      ['weight', 55],
    ])
    expect(state.slots).toMatchObject({ height: { value: 165 }, weight: { value: 55, unit: 'kg' } })
    expect(state).toMatchObject({ shopperTurns: 1, agentTurns: 0, stage: 'presale' })
    expect(text).toBe('我身高165体重55公斤穿什么码')
    expect(abstained).toBe(false)
  })

  test('names the message an entity stands in', () => {
    const { entities } = read([shopper('我身高165cm'), agent('体重呢'), shopper('体重55公斤')])
    expect(entities.map(({ slot, messageIndex }) => [slot, messageIndex])).toEqual([
      ['height', 0],
      ['weight', 2],
    ])
  })

  test('without a single known feature is too unsure for an answer when the threshold is high', () => {
    expect(read([shopper('☂☂')], { threshold: 0.99 }).abstained).toBe(true)
    expect(read([], {}).abstained).toBe(true)
  })

  test('about another trade is nothing to answer, but a question still open is', () => {
    const rain = ['明天会下雨吗', '明天下雨吗', '后天会下雨吗', '会下雨吗'].map((text) => ({
      text,
      topics: ['chitchat_offtopic.unrelated'],
    }))
    const models = { ...TINY_MODELS, zh: tinyModel('zh', rain) }
    expect(read([shopper('明天会下雨吗')], { models })).toMatchObject({ isOutOfScope: true, abstained: true })
    expect(read([shopper('有货吗')], { models })).toMatchObject({ isOutOfScope: false, abstained: false })
    expect(read([shopper('有货吗'), shopper('明天会下雨吗')], { models })).toMatchObject({ isOutOfScope: false })
    // in a talk under way only a question can be about something else altogether
    expect(read([shopper('有货吗'), agent('有的亲'), shopper('明天会下雨吗')], { models }).isOutOfScope).toBe(true)
    expect(read([shopper('有货吗'), agent('有的亲'), shopper('明天会下雨的')], { models }).isOutOfScope).toBe(false)
    expect(read([shopper('明天会下雨吗')]).isOutOfScope).toBe(false)
    const asked = [shopper('邮费多少钱'), agent('亲，您寄到哪个省呢'), shopper('明天会下雨吗')]
    expect(read(asked, { models })).toMatchObject({ isOutOfScope: false })
  })

  test('of bots and the system says nothing, and a recalled one neither', () => {
    const silent: Message[] = [
      { role: 'bot', text: '邮费多少钱' },
      { role: 'system', text: '邮费多少钱' },
      { role: 'shopper', kind: 'recall', text: '邮费多少钱' },
    ]
    const { intents, state } = read(silent)
    expect(intents).toEqual([])
    expect(state).toEqual(initialState('zh'))
  })

  test('in another language moves the talk there', () => {
    expect(read([shopper('how much is shipping?')])).toMatchObject({
      locale: 'en',
      intents: [{ family: 'shipping_fee' }, {}, {}, {}],
    })
    expect(read([shopper('배송비 얼마예요')]).locale).toBe('ko')
    expect(read([shopper('배송비 얼마예요'), shopper('165 55')]).locale).toBe('ko')
  })

  test.each([
    [{ kind: 'image', text: '' }, 'other.fragment'],
    [{ kind: 'voice', text: '' }, 'other.fragment'],
    [{ kind: 'sticker', text: '' }, 'acknowledgement.emoji'],
    [{ kind: 'product', text: '', ref: { id: 'tee' } }, 'other.reference'],
    [{ kind: 'order', text: '', ref: { id: '2384756283748826' } }, 'other.reference'],
  ] as const)('that is no words is read by its kind: %j', (message, name) => {
    const { intents, kind } = read([{ role: 'shopper', ...message }])
    expect(intents[0]!.name).toBe(name)
    expect(kind).toBe(message.kind)
  })
})

describe('a product reference', () => {
  const resolveProduct: AnalyseDeps['resolveProduct'] = (text) => {
    const at = text.indexOf('纯棉短袖')
    if (text === 'tee') return [{ id: 'tee', start: 0, end: 3 }]
    return at < 0 ? [] : [{ id: 'tee', start: at, end: at + 4 }]
  }
  test('by link or id alone is answered as a reference', () => {
    const link = '看看 https://shop.example/tee'
    const resolve = (text: string) => (text === link ? [{ id: 'tee', start: 3, end: link.length }] : [])
    expect(first([shopper(link)], { resolveProduct: resolve })).toMatchObject({ name: 'other.reference' })
    expect(read([shopper(link)], { resolveProduct: resolve }).state.product).toBe('tee')
  })
  test('inside a question leaves the question', () => {
    const { intents, state } = read([shopper('纯棉短袖穿什么码')], { resolveProduct })
    expect(intents[0]!.name).toBe('size_fit.recommend')
    expect(state.product).toBe('tee')
  })
  test('of the client is resolved, an unknown one is kept as it is', () => {
    const product = (id: string): Message => ({ role: 'shopper', kind: 'product', text: '', ref: { id } })
    expect(read([product('tee')], { resolveProduct }).state.product).toBe('tee')
    expect(read([product('999')], { resolveProduct }).state.product).toBe('999')
  })
  test('later wins, and a plain line keeps the earlier one', () => {
    expect(read([shopper('纯棉短袖有货吗'), shopper('邮费多少钱')], { resolveProduct }).state.product).toBe('tee')
  })
})

describe('questions still open', () => {
  test('lead when a greeting or an ok comes behind them', () => {
    for (const light of ['你好', '在吗', '好的'])
      expect(first([shopper('邮费多少钱'), shopper(light)])).toMatchObject({ name: 'shipping_fee.fee' })
  })
  // a thank-you counts as a question of its own and takes the lead
  test('lead when a thank-you comes behind them', () => {
    expect(first([shopper('邮费多少钱'), shopper('谢谢亲')])).toMatchObject({ name: 'shipping_fee.fee' })
  })
  test('stand behind a newer question', () => {
    const { intents } = read([shopper('邮费多少钱'), shopper('穿什么码呀')])
    expect(intents[0]!.name).toBe('size_fit.recommend')
    expect(intents.slice(1, 3).map(({ name }) => name)).toContain('shipping_fee.fee')
  })
  test('are none after an agent answered in own words', () => {
    expect(open([shopper('邮费多少钱'), agent('江浙沪5元哦')])).toEqual([])
    expect(first([shopper('邮费多少钱'), agent('江浙沪5元哦')])).toBeUndefined()
  })
  test('stay after a line that only buys time, and after a greeting', () => {
    for (const line of ['亲稍等，我帮您查一下', '您好，在的'])
      expect(open([shopper('邮费多少钱'), agent(line)])).toEqual(['shipping_fee.fee'])
    expect(first([shopper('邮费多少钱'), agent('稍等')])).toMatchObject({ name: 'shipping_fee.fee' })
  })
  test('a greeting itself is closed by a greeting', () => {
    expect(open([shopper('你好'), agent('您好，在的')])).toEqual([])
  })
  test('a script closes the questions it is written for and no others', () => {
    const scriptSaid: AnalyseDeps['scriptSaid'] = (text) =>
      text === '江浙沪5元'
        ? { id: 's.fee', category: 'C79', tier: 'answer', intents: ['shipping_fee.fee'], asks: [] }
        : undefined
    const talk = [shopper('邮费多少钱'), shopper('有货吗'), agent('江浙沪5元')]
    expect(open(talk, { scriptSaid })).toEqual(['stock_availability.check'])
    expect(read(talk, { scriptSaid }).state.used).toEqual(['s.fee'])
  })
  test('a holding script leaves them open', () => {
    const scriptSaid = () => ({
      id: 's.hold',
      category: 'C07',
      tier: 'hold' as const,
      intents: ['shipping_fee.fee'],
      asks: [],
    })
    expect(open([shopper('邮费多少钱'), agent('马上来')], { scriptSaid })).toEqual(['shipping_fee.fee'])
  })
})

describe('an asked figure', () => {
  test('that comes bare revives the question it was asked for', () => {
    const talk = [shopper('穿什么码呀'), agent('亲身高体重多少呢')]
    expect(read(talk).state).toMatchObject({ expects: ['height', 'weight'] })
    expect(read(talk).state.pending?.[0]).toBe('size_fit.recommend')
    const { intents, state } = read([...talk, shopper('165 110')])
    expect(intents[0]).toEqual({ name: 'size_fit.recommend', family: 'size_fit', confidence: 0.85 })
    expect(state.slots).toMatchObject({ height: { value: 165 }, weight: { value: 55 } })
    expect(state.expects).toEqual([])
  })
  test('does not, when nothing was asked', () => {
    expect(first([shopper('穿什么码呀'), agent('M码就行'), shopper('165 110')])!.family).toBe('other')
  })
  test('does not, when a clear new question comes with it', () => {
    const talk = [shopper('穿什么码呀'), agent('亲身高体重多少呢'), shopper('165 110，邮费多少钱')]
    expect(first(talk)).toMatchObject({ name: 'shipping_fee.fee' })
  })
  test('already known is not expected again', () => {
    expect(read([shopper('我身高165cm穿什么码'), agent('体重身高多少呢')]).state.expects).toEqual(['weight'])
  })
})

describe('haggling', () => {
  const rung = (...messages: Message[]) => read(messages).state.rung
  test('climbs one rung per answered round', () => {
    expect(rung(shopper('能便宜点吗'))).toBe(1)
    expect(rung(shopper('能便宜点吗'), agent('已经是优惠价了'), shopper('再少点吧'))).toBe(2)
  })
  test('in a burst climbs once', () => {
    expect(rung(shopper('能便宜点吗'), shopper('便宜一点'), shopper('再少点'))).toBe(1)
  })
  test('is no matter of other questions', () => {
    expect(rung(shopper('邮费多少钱'))).toBeUndefined()
  })
})

describe('the fold', () => {
  const message: fc.Arbitrary<Message> = fc.oneof(
    fc
      .constantFrom(
        '穿什么码呀',
        '165 110',
        '邮费多少钱',
        '能便宜点吗',
        '你好',
        '谢谢',
        '好的',
        'how much is shipping',
        '有货吗!!',
      )
      .map(shopper),
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map(shopper),
    fc.constantFrom('亲身高体重多少呢', '稍等我查一下', '您好在的', '江浙沪5元', '亲要什么颜色').map(agent),
    fc.constantFrom<Message>({ role: 'bot', text: '欢迎光临' }, { role: 'shopper', kind: 'image', text: '' }),
  )
  test('of a then b is the fold of a and b', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.array(message, { maxLength: 4 }), (a, b) => {
        const whole = read([...a, ...b])
        const later = read(b, {}, read(a).state)
        expect(later.state).toEqual(whole.state)
        if (!b.some(({ role }) => role === 'shopper')) return
        expect({ ...later, entities: [] }).toEqual({ ...whole, entities: [] })
      }),
      { numRuns: 150 },
    )
  })
  test('leaves what it is given alone', () => {
    const before = Object.freeze(initialState('zh'))
    read([shopper('身高165cm能便宜点吗'), agent('体重多少')], {}, before)
    expect(before).toEqual(initialState('zh'))
  })
  test('keeps bounded lists however long the talk', () => {
    const talk = Array.from({ length: 40 }, (_, i) => [shopper(`邮费多少钱${i}`), agent(`好的${i}`)]).flat()
    const { state } = read([...talk, ...Array.from({ length: 12 }, () => shopper('有货吗'))])
    expect(state.said.length).toBeLessThanOrEqual(30)
    expect(state.openQuestions.length).toBe(8)
    expect(state).toMatchObject({ shopperTurns: 52, agentTurns: 40 })
  })
})

describe('a product that an agent shows', () => {
  const resolveProduct = (text: string) =>
    [...text.matchAll(/\d{10,13}|短袖/g)].map((found) => ({
      id: found[0] === '短袖' ? 'tee' : found[0],
      start: found.index,
      end: found.index + found[0].length,
    }))
  test('by id is the one that is spoken of from then on', () => {
    const { state } = read([shopper('123456789012'), agent('看下这款 210987654321'), shopper('这里面有什么')], {
      resolveProduct,
    })
    expect(state.product).toBe('210987654321')
    expect(state.slots.product_ref?.value).toBe('210987654321')
  })
  test('by a mere name is not', () => {
    const { state } = read([shopper('123456789012'), agent('送您一件短袖')], { resolveProduct })
    expect(state.product).toBe('123456789012')
  })
})
