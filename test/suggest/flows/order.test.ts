/** The flows around the order (data/flows/04-order.yaml), state by state. */
import { describe, expect, test } from 'vitest'
import { ShippedTalk } from './shipped-talk.ts'

const talk = () => new ShippedTalk()
const INSALE = { stage: 'insale' } as const
const CHATTED = () => talk().shopper('product_info.material', { product: 'tee' }).agent('100%棉')

describe('F12, out of stock after payment', () => {
  const told = () => talk().event('oos_after_paid', INSALE).agent('抱歉，暂时缺货了，换、等还是退呢')
  test('we speak first, then it is their choice', () => {
    expect(talk().event('oos_after_paid', INSALE).leads).toBe('F12.tell_first')
    expect(told().at('F12')).toBe('options')
    expect(told().shopper('recommendation.style').leads).toBe('F12.swap')
    expect(told().shopper('acknowledgement.wait').leads).toBe('F12.wait')
  })
  test('a refund ends with thanks and a recovery', () => {
    const t = told().shopper('refund.request')
    expect([t.leads, t.wants]).toEqual(['F12.refund', ['C106']])
    expect(t.agent('1到3天原路退').at('F12')).toBe('refunded')
    expect(t.shopper('acknowledgement.ok').at('F12')).toBe('recovery')
    expect(t.agent('给您发张券', 'C117').at('F12')).toBe('closed')
  })
  test('leads over what else is said', () => {
    expect(told().shopper('return_exchange.exchange product_info.material').leads).toBe('F12.swap')
  })
})

describe('F13, unpaid', () => {
  test('one reminder, their answer, paid', () => {
    const t = talk().event('order_unpaid', INSALE)
    expect([t.leads, t.wants]).toEqual(['F13.remind', ['C74']])
    expect(t.agent('这单还没付哦').at('F13')).toBe('reminded')
    expect(t.shopper('payment.unpaid_reply').leads).toBe('F13.reply')
    expect(t.agent().event('order_paid').at('F13')).toBe('paid')
  })
  test('an expired order gets one polite line, a given up one no pressure', () => {
    const reminded = () => talk().event('order_unpaid', INSALE).agent()
    expect(reminded().shopper('payment.problem', { text: '订单自动关闭了' }).at('F13')).toBe('expired')
    expect(reminded().shopper('acknowledgement.lost').at('F13')).toBe('let_go')
  })
})

describe('F14 and F15, after ordering', () => {
  test('an order without a word is checked; one after a talk is not asked about again', () => {
    expect(talk().event('order_created', INSALE).leads).toBe('F14.confirm')
    const chatted = CHATTED().event('order_created', INSALE)
    expect([chatted.at('F14'), chatted.leads]).toEqual([undefined, 'F15.notice'])
  })
  test('the notice stays due until it was said', () => {
    const t = CHATTED().event('order_created', INSALE)
    expect(t.agent('好的亲').at('F15')).toBe('notice')
    expect(t.agent('付款后48小时内发，签收前请验货').at('F15')).toBe('told')
    expect(CHATTED().event('order_created', INSALE).agent('…', 'C62').at('F15')).toBe('told')
    expect(CHATTED().event('order_created', INSALE).agent('好的').agent('亲').at('F15')).toBe('told')
  })
  test('who pays soon is thanked, a late dispatch is said first', () => {
    expect(CHATTED().event('order_created', INSALE).event('order_paid').at('F15')).toBe('paid')
    expect(talk().event('dispatch_delayed', INSALE).wants).toEqual(['C86'])
  })
})

describe('F16, after payment', () => {
  test('thanks, check, times, terms, farewell, note', () => {
    const t = talk().event('order_paid', INSALE)
    const seen = [t.at('F16')]
    for (const line of ['收到付款了', '麻烦看看信息对不对', '后天发', '7天内可退换', '祝您愉快'])
      seen.push(t.agent(line).at('F16'))
    expect(seen).toEqual(['thank', 'verify', 'expect', 'terms', 'farewell', 'note'])
  })
  test('leads over the other flows that a payment ends', () => {
    expect(talk().event('order_unpaid', INSALE).agent().event('order_paid').leads).toBe('F16.thank')
  })
  test('a change goes round again; to say that all is right is no change', () => {
    const t = () => talk().event('order_paid', INSALE).agent('收到付款了')
    expect(t().shopper('order_change.change_item').at('F16')).toBe('correct')
    expect(t().shopper('order_change.change_item').agent().at('F16')).toBe('verify')
    expect(t().shopper('order_change.verify').at('F16')).toBe('expect')
  })
})

describe('F37, cross-sell', () => {
  const buying = { product: 'tee', mood: 'calm' } as const
  test('waits for the main item, offers once, and not again after a no', () => {
    const t = CHATTED().shopper('payment.will_pay', buying)
    expect([t.at('F37'), t.at('F1'), t.leads]).toEqual(['settled', 'order_guide', 'F7.satisfied'])
    expect(t.agent('好的').at('F37')).toBe('offer')
    expect(t.agent('可配牛仔裤', 'C33').at('F37')).toBe('offered')
    expect(t.shopper('acknowledgement.no').at('F37')).toBe('declined')
    expect(t.agent().shopper('payment.will_pay', buying).at('F37')).toBe('declined')
  })
  test('is quiet with who is upset and after the payment', () => {
    expect(
      CHATTED()
        .shopper('payment.will_pay', { ...buying, mood: 'angry' })
        .at('F37'),
    ).toBeUndefined()
    const paid = CHATTED().shopper('payment.will_pay', buying).agent().event('order_paid', INSALE).agent()
    expect(paid.shopper('payment.will_pay', buying).at('F37')).toBeUndefined()
  })
})

test('F41: a reported transfer is always acknowledged and looked up', () => {
  const t = talk().shopper('payment.bank_info')
  expect([t.leads, t.wants]).toEqual(['F41.asked', ['C65']])
  expect(t.agent().shopper('payment.bank_notice').wants).toEqual(['C66'])
  expect(t.agent().at('F41')).toBe('checking')
  expect(t.shopper('acknowledgement.wait').at('F41')).toBe('reported')
  expect(t.event('order_paid', INSALE).at('F41')).toBe('paid')
})
