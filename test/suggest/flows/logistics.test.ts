/** The flows of parcels (data/flows/05-logistics.yaml), state by state. */
import { describe, expect, test } from 'vitest'
import { ShippedTalk, slots } from './shipped-talk.ts'

const talk = () => new ShippedTalk()
const said = (text: string) => ({ text })

describe('F18, following the parcel', () => {
  test('what is asked, late, not here and lost are told apart', () => {
    expect(talk().shopper('logistics_tracking.number').leads).toBe('F18.asked')
    expect(talk().shopper('logistics_tracking.late').wants).toEqual(['C88'])
    expect(talk().shopper('logistics_tracking.not_received').leads).toBe('F18.not_received')
    expect(talk().shopper('logistics_tracking.late').shopper('logistics_tracking.lost').leads).toBe('F18.lost')
  })
  test('once the carrier is asked, news come before questions; who asks again hears sorry', () => {
    const asking = () => talk().shopper('logistics_tracking.late').holds()
    expect(asking().at('F18')).toBe('asking')
    expect(asking().shopper('logistics_tracking.late').leads).toBe('F18.pressed')
    expect(asking().shopper('logistics_tracking.lost').leads).toBe('F18.lost')
    expect(asking().event('tracking_update').leads).toBe('F18.moved')
  })
  test('arrives with an invitation to review, and is over', () => {
    const arrived = talk().event('tracking_update').agent().event('order_received')
    expect(arrived.at('F18')).toBe('arrived')
    expect(arrived.agent().at('F18')).toBeUndefined()
  })
})

describe('F19, an address nobody serves', () => {
  const told = () => talk().event('undeliverable').agent('换个地址还是退款呢')
  test('is told first, then settled one way or the other', () => {
    expect(talk().event('undeliverable').wants).toEqual(['C93'])
    expect(told().at('F19')).toBe('options')
    expect(told().shopper('other.statement', said('为什么送不到')).at('F19')).toBe('options')
    expect(told().shopper('order_change.change_address').at('F19')).toBe('readdress')
    expect(told().shopper('acknowledgement.lost', said('算了退款吧')).at('F19')).toBe('refund')
    expect(
      told()
        .shopper('other.bare_data', slots({ address: '宁波市海曙区' }))
        .at('F19'),
    ).toBe('readdress')
  })
  test('asking for the new address does not settle it', () => {
    const readdress = told().shopper('order_change.change_address').agent('好的，新地址是什么呢')
    expect(readdress.at('F19')).toBe('readdress')
    expect(readdress.agent('改好了，这就发').at('F19')).toBe('settled')
  })
})

describe('F20, something wrong with the parcel', () => {
  test('each kind asks for its own proof', () => {
    expect(talk().shopper('quality_issue.missing').wants).toEqual(['C96'])
    expect(talk().shopper('quality_issue.open').shopper('quality_issue.wrong_item').wants).toEqual(['C97'])
    expect(talk().shopper('quality_issue.fault').wants).toEqual(['C99'])
  })
  test('a picture is proof, a remedy is offered, chosen, done and thanked for', () => {
    const t = talk().shopper('quality_issue.damaged').agent('拍张照看看')
    expect(t.shopper('other.fragment').at('F20')).toBe('checked')
    expect(t.holds().at('F20')).toBe('checked')
    expect(t.agent('看到了，抱歉').at('F20')).toBe('remedy')
    expect(t.agent('给您补发一个可以吗').at('F20')).toBe('offered')
    expect(t.shopper('return_exchange.reissue_repair', { answers: true }).at('F20')).toBe('promised')
    expect(t.agent('登记好了').shopper('thanks_bye.thanks').at('F20')).toBe('settled')
    expect(t.agent().at('F20')).toBeUndefined()
  })
  test('asking how long is no wish, and a remedy refused is looked for again', () => {
    const t = talk().shopper('quality_issue.damaged').agent('拍张照看看').shopper('return_exchange.followup')
    expect(t.at('F20')).toBe('damaged')
    expect(t.agent('给您补发一个').shopper('acknowledgement.no').at('F20')).toBe('remedy')
  })
})
