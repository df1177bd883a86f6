import { describe, expect, test } from 'vitest'
import { haggleIn, stronger } from '../../src/intents/haggle.ts'
import { said } from '../../src/intents/said.ts'
import type { Intent } from '../../src/protocol/index.ts'

const reading = (name: string, confidence: number): Intent => ({ name, family: name.split('.')[0]!, confidence })
const HAGGLING = [reading('price_haggle.probe', 0.9)]
const TALK = { rung: 1, about: [{ name: 'price_haggle.probe', share: 0.9 }] }
const of = (text: string, intents: Intent[] = HAGGLING, talk = {}) => haggleIn(said(text, intents, []), talk)

describe('haggleIn', () => {
  test.each([
    ['能便宜点吗', 'probe'],
    ['上次你们给我便宜过', 'insist'],
    ['不便宜我去别家买', 'threat'],
    ['学生党没钱，便宜点嘛', 'plea'],
    ["knock off ten or I'll go elsewhere", 'threat'],
    ["I'm on a tight budget, any discount?", 'plea'],
    ['안 깎아주면 다른 데서 살게요', 'threat'],
    ['학생이라 돈이 없어요 깎아주세요', 'plea'],
  ] as const)('%s is a %s', (text, haggle) => {
    expect(of(text)).toBe(haggle)
  })
  test('asking again insists, a named figure too', () => {
    expect(of('便宜点嘛', HAGGLING, TALK)).toBe('insist')
    expect(of('50行吗', [reading('price_haggle.final', 0.9)])).toBe('insist')
  })
  test('words of a threat or a plea alone are none: the talk must be about the price', () => {
    expect(of('那我去别家看看', [reading('acknowledgement.lost', 0.8)])).toBeUndefined()
    expect(of('那我去别家看看', [reading('acknowledgement.lost', 0.8)], TALK)).toBe('threat')
    expect(of('拜托帮我查下物流', [reading('logistics_tracking.track', 0.9)])).toBeUndefined()
    expect(of('拜托帮我查下物流', [reading('logistics_tracking.track', 0.9)], { rung: 1, about: [] })).toBeUndefined()
  })
  test('a price named while the price is talked of is an offer, whatever goes with it', () => {
    const price = { slot: 'price', value: 49, text: '49', start: 0, end: 2, messageIndex: 0 }
    const named = (intent: Intent, talk = {}) => haggleIn(said('49我现在就拍', [intent], [price]), talk)
    expect(named(reading('payment.will_pay', 0.9), TALK)).toBe('insist')
    expect(named(reading('payment.will_pay', 0.9))).toBeUndefined()
    expect(named(reading('acknowledgement.price_accept', 0.9), TALK)).toBeUndefined()
  })
  test('who surely gives up does not haggle, however dear it was', () => {
    expect(of('算了不买了 太贵', [reading('acknowledgement.lost', 0.95)], TALK)).toBeUndefined()
  })
  test('haggling counts as the second meaning of a message too', () => {
    expect(of('80包邮行不行', [reading('shipping_fee.free', 0.75), reading('price_haggle.insist', 0.68)])).toBe('probe')
    expect(
      of('80包邮行不行', [reading('shipping_fee.free', 0.95), reading('price_haggle.insist', 0.2)]),
    ).toBeUndefined()
  })
  test('who accepts the price does not haggle, nor who asks for the price change agreed on', () => {
    expect(of('不讲价了，原价拍')).toBeUndefined()
    expect(of('拍好了改下价', [reading('price_haggle.adjust', 0.9)])).toBeUndefined()
    expect(of('运费改一下', [reading('shipping_fee.fee', 0.66), reading('price_haggle.adjust', 0.65)])).toBeUndefined()
  })
  test('the stronger of a burst counts', () => {
    expect(stronger('probe', 'threat')).toBe('threat')
    expect(stronger('threat', 'probe')).toBe('threat')
    expect(stronger('plea', undefined)).toBe('plea')
  })
})
