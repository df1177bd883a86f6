/** The flows of the talk itself (data/flows/07-talk.yaml), state by state. */
import { describe, expect, test } from 'vitest'
import { ShippedTalk } from './shipped-talk.ts'

const talk = () => new ShippedTalk()

describe('F36, abuse', () => {
  test('leads over everything; each reply of ours takes it one step on, a burst none', () => {
    const t = talk().shopper('refund.request complaint_dispute.angry complaint_dispute.abuse', { mood: 'angry' })
    expect(t.shopper('complaint_dispute.abuse').leads).toBe('F36.first')
    expect(t.agent().shopper('complaint_dispute.abuse').leads).toBe('F36.second')
    expect(t.agent().shopper('complaint_dispute.abuse').leads).toBe('F36.ending')
    expect(t.agent().shopper('complaint_dispute.abuse').leads).toBe('F36.ending')
  })
  test('is remembered when it comes again later', () => {
    const t = talk().shopper('complaint_dispute.abuse').agent().shopper('product_info.price').agent()
    expect(t.shopper('complaint_dispute.abuse').leads).toBe('F36.second')
  })
})

describe('F29, keeping the lead', () => {
  test('small talk is counted by replies', () => {
    const t = talk()
    const states = ['first', 'second', 'third', 'fourth', 'busy', 'busy'].map((state) => {
      t.shopper('chitchat_offtopic.chat').shopper('chitchat_offtopic.personal')
      const at = t.at('F29')
      t.agent('哈哈')
      return [state, at]
    })
    expect(states.every(([state, at]) => state === at)).toBe(true)
  })
  test('secrets and shop questions have their own lines', () => {
    expect(talk().shopper('chitchat_offtopic.secret').wants).toEqual(['C135'])
    expect(talk().shopper('chitchat_offtopic.shop_help').wants).toEqual(['C136'])
  })
})

test('F30: an unknown question is asked inside, then answered', () => {
  const t = talk().shopper('other.unknown')
  expect(t.wants).toEqual(['C40', 'C09'])
  expect(t.holds().at('F30')).toBe('asking')
  expect(t.agent('可以的').at('F30')).toBe('answered')
  expect(t.shopper('thanks_bye.thanks').at('F30')).toBeUndefined()
})

test('F31: a suggestion is thanked for, and that is that', () => {
  expect(talk().shopper('chitchat_offtopic.suggestion').wants).toEqual(['C127'])
  expect(talk().shopper('chitchat_offtopic.suggestion').agent().at('F31')).toBeUndefined()
})

describe('F32, who does not buy', () => {
  test('one gentle question, then they are let go or buy after all', () => {
    const lost = () => talk().shopper('acknowledgement.lost')
    expect(lost().leads).toBe('F32.lost')
    expect(lost().agent('方便说说原因吗').shopper('other.statement', { answers: true }).at('F32')).toBe('reasoned')
    expect(lost().agent().shopper('thanks_bye.thanks').at('F32')).toBe('leaving')
    expect(lost().event('order_created').at('F32')).toBe('won')
  })
  test('is not for who has bought', () => {
    expect(talk().shopper('acknowledgement.lost', { stage: 'insale' }).at('F32')).toBeUndefined()
  })
})

test('F33: away, back, served; waiting is apologised for first', () => {
  const t = talk().event('agent_away')
  expect(t.wants).toEqual(['C04'])
  expect(t.shopper('greeting.there').event('agent_back').leads).toBe('F33.back')
  expect(t.agent().at('F33')).toBe('served')
  expect(talk().shopper('product_info.price complaint_dispute.waiting').leads).toBe('F33.waiting')
})

test('F34: with an order, without one, and after help', () => {
  expect(talk().shopper('thanks_bye.bye_order').wants).toEqual(['C14'])
  expect(talk().shopper('thanks_bye.thanks', { stage: 'insale' }).wants).toEqual(['C14'])
  expect(talk().shopper('thanks_bye.thanks', { stage: 'aftersale' }).wants).toEqual(['C15'])
  expect(talk().shopper('thanks_bye.bye_no_order').at('F34')).toBe('without_order')
  expect(talk().event('conversation_closed').at('F34')).toBe('closed')
})

test('F35: a call back is booked, a call ends with thanks', () => {
  const t = talk().shopper('other.callback').agent('您几点方便')
  expect(t.shopper('other.bare_data').at('F35')).toBe('booked')
  expect(t.event('todo_done').at('F35')).toBe('ended')
  expect(talk().shopper('other.phone').agent('请稍等', 'C07').at('F35')).toBe('hold')
})

describe('F44, help from a lead', () => {
  const offered = () => talk().shopper('other.human').agent('我请主管来处理好吗')
  test('begins with their wish or our offer', () => {
    expect(talk().shopper('other.human').wants).toEqual(['C129'])
    expect(talk().agent('这个我请主管来定').at('F44')).toBe('offered')
  })
  test('goes on with their yes only', () => {
    expect(offered().at('F44')).toBe('offered')
    expect(offered().shopper('complaint_dispute.service', { answers: true }).at('F44')).toBe('handed')
    expect(offered().shopper('acknowledgement.no', { text: '算了不用找' }).at('F44')).toBe('stays')
    expect(offered().shopper('acknowledgement.ok').agent().at('F44')).toBe('done')
  })
})

test('F45: what the policy declines is one step', () => {
  for (const matter of [
    'product_info.custom',
    'other.wholesale',
    'other.franchise',
    'other.store_visit',
    'other.shop_link',
  ]) {
    const t = talk().shopper(matter)
    expect(t.at('F45')).toBe('decline')
    expect(t.agent().at('F45')).toBeUndefined()
  }
})
