import { describe, expect, test } from 'vitest'
import { followUp } from '../../src/intents/follow-up.ts'
import { initialState } from '../../src/intents/index.ts'
import type { Reading } from '../../src/intents/state.ts'
import type { Entity, State } from '../../src/protocol/index.ts'

const reading = (name: string, confidence: number): Reading => ({
  intents: [{ name, family: name.split('.')[0]!, confidence }],
  topics: [{ name, share: confidence }],
})
const asked: State = {
  ...initialState('zh'),
  pending: ['size_fit.recommend', 'order_change.remark'],
  expects: ['height'],
}
const height: Entity = { slot: 'height', value: 165, text: '165', start: 0, end: 3, messageIndex: 0 }
const names = (text: string, alone: Reading, state: State = asked, found: Entity[] = []) =>
  followUp(alone, text, state, found).intents.map(({ name }) => name)

describe('after a question of the agent', () => {
  test.each([
    ['165', reading('other.bare_data', 0.9)],
    ['黑的吧', reading('acknowledgement.ok', 0.5)],
    ['好', reading('acknowledgement.ok', 1)],
    ['发', reading('shipping_time.dispatch', 0.91)],
    ['南京鼓楼区青禾路十八号三栋五零二 陈小满', reading('other.bare_data', 0.9)],
  ])('%s goes on with what it was about', (text, alone) => {
    const read = followUp(alone, text, asked, [])
    expect(read.intents.slice(0, 2).map(({ name }) => name)).toEqual(['size_fit.recommend', 'order_change.remark'])
    expect(read.topics[0]).toEqual({ name: 'size_fit.recommend', share: 0.85 })
    expect(read.intents.at(-1)!.confidence).toBeLessThan(alone.intents[0]!.confidence)
  })

  test('an awaited figure goes on however much is said around it', () => {
    const text = '我一般穿的都是比较宽松的那种然后身高是165'
    expect(names(text, reading('size_fit.bias', 0.5))[0]).toBe('size_fit.bias')
    expect(names(text, reading('size_fit.bias', 0.5), asked, [height])[0]).toBe('size_fit.recommend')
  })

  test('a question of its own is answered, with or without a figure', () => {
    const fee = reading('shipping_fee.fee', 0.7)
    expect(names('165 邮费要多少钱呢', fee, asked, [height])[0]).toBe('shipping_fee.fee')
    expect(names('那邮费要多少呢', fee)[0]).toBe('shipping_fee.fee')
    expect(names('昨天下的单还没有发货', reading('shipping_time.urge', 0.95))[0]).toBe('shipping_time.urge')
  })

  test('a complaint is heard, and a mere oh answers nothing', () => {
    expect(names('可是给我发漏了一包', reading('quality_issue.missing', 0.7))[0]).toBe('quality_issue.missing')
    expect(names('袜子发漏了一包呀', reading('stock_availability.check', 0.6))[0]).toBe('size_fit.recommend')
    for (const oh of ['哦', '哦哦', '噢~', 'oh']) {
      expect(names(oh, reading('acknowledgement.ok', 0.9))).toEqual(['acknowledgement.ok'])
    }
  })

  test('who turns it down is answered for that first', () => {
    const read = followUp(reading('acknowledgement.no', 0.9), '不用了', asked, [])
    expect(read.intents.map(({ name }) => name)).toEqual([
      'acknowledgement.no',
      'size_fit.recommend',
      'order_change.remark',
    ])
  })

  const asking = (question: string, pending = asked.pending): State => ({ ...asked, pending, said: [question] })

  test('a no to what happened is an answer, a no to an offer turns it down', () => {
    const no = reading('acknowledgement.no', 0.9)
    expect(names('还没', no, asking('打开看过没有'))[0]).toBe('size_fit.recommend')
    expect(names('不要', no, asking('要帮您备注吗'))[0]).toBe('acknowledgement.no')
    expect(names('那算了', no, asking('要帮您备注吗'))[0]).toBe('acknowledgement.lost')
    expect(names('不要', no, asking('黑的可以吗', ['stock_availability.check']))[0]).toBe('stock_availability.restock')
  })

  test('a yes takes the offer, a choice takes its alternative', () => {
    const yes = reading('acknowledgement.ok', 0.9)
    expect(names('好的', yes, asking('需要帮您取消吗'))[0]).toBe('order_change.cancel')
    const choice = asking('给您换一件还是退款呢')
    expect(names('换', yes, choice)[0]).toBe('return_exchange.exchange')
    expect(names('退吧', yes, choice)[0]).toBe('refund.request')
    expect(names('不对', yes, asking('收货地址是苏州的，对吗'))[0]).toBe('order_change.change_address')
  })

  test('who does not know the figure has answered', () => {
    const read = followUp(reading('recommendation.undecidable', 0.95), '这个我哪知道呀', asked, [])
    expect(read.intents[0]!.name).toBe('size_fit.recommend')
    expect(read.answers).toBe(true)
  })

  test('what sounds like a complaint alone is an answer when it does not behind the question', () => {
    const misread = reading('quality_issue.damaged', 0.8)
    const beside = (family: string) => () => [{ name: `${family}.x`, family, confidence: 0.6 }]
    const go = (family: string) => followUp(misread, '玻璃杯闷着泡', asked, [], beside(family)).intents[0]!.name
    expect(go('product_info')).toBe('size_fit.recommend')
    expect(go('quality_issue')).toBe('quality_issue.damaged')
  })

  test('each family stands once', () => {
    const read = followUp(reading('size_fit.bias', 0.6), '偏大的', asked, [])
    expect(read.intents.map(({ family }) => family)).toEqual(['size_fit', 'order_change'])
    expect(read.topics.map(({ name }) => name)).toEqual(['size_fit.recommend', 'order_change.remark', 'size_fit.bias'])
  })
})

describe('without a question', () => {
  const talk: State = { ...initialState('zh'), about: [{ name: 'stock_availability.check', share: 0.9 }] }

  test('an elliptic message goes on with what was spoken of', () => {
    expect(names('那黑色呢', reading('other.fragment', 0.6), talk)[0]).toBe('stock_availability.check')
    expect(names('为什么', reading('other.fragment', 0.6), talk)[0]).toBe('stock_availability.check')
  })

  test('a clear message and one that is not elliptic speak for themselves', () => {
    expect(names('那邮费呢', reading('shipping_fee.fee', 0.95), talk)[0]).toBe('shipping_fee.fee')
    expect(names('好的', reading('acknowledgement.ok', 0.9), talk)).toEqual(['acknowledgement.ok'])
    expect(names('那黑色呢', reading('other.fragment', 0.6), initialState('zh'))).toEqual(['other.fragment'])
  })
})
