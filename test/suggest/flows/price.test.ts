/** The flows of price and closing (data/flows/03-price.yaml), state by state. */
import { describe, expect, test } from 'vitest'
import { ShippedTalk } from './shipped-talk.ts'

const talk = () => new ShippedTalk()
const haggled = (rung: number, topic = 'price_haggle.insist') => talk().shopper(topic, { rung, haggle: 'insist' })

describe('F8, the ladder', () => {
  test.each([
    [1, 'test', ['C43']],
    [2, 'insist', ['C44', 'C58']],
    [3, 'benefit', ['C44', 'C49', 'C50', 'C52']],
    [4, 'plea', ['C45']],
    [5, 'last', ['C46']],
    [7, 'last', ['C46']],
  ])('rung %i is %s', (rung, state, wants) => {
    expect([haggled(rung).leads, haggled(rung).wants]).toEqual([`F8.${state}`, wants])
  })
  test('climbs with the rungs, waiting between, and never with a burst', () => {
    const t = talk()
    for (const [rung, state] of [
      [1, 'test'],
      [2, 'insist'],
      [3, 'benefit'],
      [4, 'plea'],
      [5, 'last'],
    ] as const) {
      expect(t.shopper('price_haggle.insist', { rung, haggle: 'insist' }).leads).toBe(`F8.${state}`)
      expect(t.shopper('price_haggle.insist', { rung, haggle: 'insist' }).leads).toBe(`F8.${state}`)
      expect(t.agent('大家一个价哦').at('F8')).toBe('waiting')
    }
  })
  test('a threat or plea is met by courtesy at any rung', () => {
    expect(talk().shopper('price_haggle.threat_plea', { rung: 1, haggle: 'plea' }).leads).toBe('F8.plea')
    expect(haggled(1).agent().shopper('price_haggle.threat_plea', { rung: 2, haggle: 'threat' }).leads).toBe('F8.plea')
  })
  test('the generous buyer hears the offers unasked', () => {
    expect(talk().shopper('acknowledgement.price_accept').leads).toBe('F8.offers')
    const generous = { types: [{ id: 'T04', score: 0.6, evidence: '' }] }
    expect(talk().shopper('payment.will_pay', generous).leads).toBe('F8.offers')
    expect(talk().shopper('payment.will_pay').at('F8')).toBeUndefined()
  })
  test('accepting ends it; "cheaper and I take it" does not', () => {
    expect(haggled(2).agent().shopper('acknowledgement.price_accept').leads).toBe('F8.accept')
    expect(haggled(2).agent().shopper('acknowledgement.ok').leads).toBe('F8.accept')
    const offer = haggled(1).agent().shopper('price_haggle.insist payment.will_pay', { rung: 2, haggle: 'insist' })
    expect(offer.leads).toBe('F8.insist')
    expect(offer.at('F1')).toBe('negotiate')
  })
  test('who leaves is let go with one hint, and a change of price goes by the rules', () => {
    expect(haggled(2).agent().shopper('acknowledgement.lost').wants).toEqual(['C13', 'C142', 'C60'])
    expect(haggled(2).agent().shopper('price_haggle.adjust').leads).toBe('F8.adjust')
  })
  test('is over once the order is placed', () => {
    expect(haggled(2).agent().event('order_created').agent().at('F8')).toBeUndefined()
  })
})

describe('F9, free postage', () => {
  test('the threshold, then the reasons, then other benefits', () => {
    const t = talk().shopper('shipping_fee.free')
    expect([t.leads, t.wants]).toEqual(['F9.asked', ['C52']])
    expect(t.agent('满59包邮的').at('F9')).toBe('answered')
    expect(t.shopper('price_haggle.insist', { rung: 1 }).leads).toBe('F9.firm')
    expect(t.agent('邮费大家都一样哦').at('F9')).toBe('declined')
    expect(t.shopper('acknowledgement.ok').at('F9')).toBe('accepted')
  })
})

describe('F10, closing', () => {
  test.each([
    ['stock_availability.scarcity', 'scarcity', 'C54'],
    ['shipping_time.soon', 'soon', 'C55'],
    ['recommendation.either_or', 'either_or', 'C56'],
    ['recommendation.choice', 'choosing', 'C30'],
    ['discount_promo.gift', 'benefit', 'C49'],
    ['other.reference', 'praise', 'C16'],
  ])('%s calls for %s', (topic, state, category) => {
    const t = talk().shopper(topic)
    expect([t.leads, t.wants[0]]).toEqual([`F10.${state}`, category])
    expect(t.agent().shopper('product_info.taste').at('F10')).toBeUndefined()
  })
  test('a buying signal is answered first, then one light step', () => {
    const t = talk().shopper('shipping_time.dispatch', { product: 'tee' })
    expect([t.leads, t.wants]).toEqual(['F10.signal', []])
    expect(t.agent('48小时内发').at('F10')).toBe('nudge')
    expect(talk().shopper('shipping_time.dispatch').at('F10')).toBeUndefined()
  })
  test('nothing is sold to who is angry, worried or past the order', () => {
    for (const more of [{ mood: 'angry' }, { mood: 'worried' }, { stage: 'aftersale' }] as const) {
      expect(talk().shopper('stock_availability.scarcity', more).at('F10')).toBeUndefined()
      expect(
        talk()
          .shopper('shipping_time.dispatch', { product: 'tee', ...more })
          .at('F10'),
      ).toBeUndefined()
    }
  })
})
