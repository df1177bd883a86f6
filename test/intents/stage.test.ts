import { describe, expect, test } from 'vitest'
import { stageOf, stagesOf } from '../../src/intents/stage.ts'

const intent = (name: string, confidence = 0.9) => ({ name, family: name.split('.')[0]!, confidence })

describe('stageOf', () => {
  test.each([
    ['presale', 'logistics_tracking.track', 'aftersale'],
    ['presale', 'quality_issue.damaged', 'aftersale'],
    ['presale', 'order_change.change_address', 'insale'],
    ['insale', 'order_change.extend', 'aftersale'],
    ['presale', 'payment.paid', 'insale'],
    ['presale', 'payment.howto', 'presale'],
    ['insale', 'size_fit.recommend', 'insale'],
    ['aftersale', 'size_fit.recommend', 'aftersale'],
    ['aftersale', 'stock_availability.check', 'presale'],
    ['insale', 'price_haggle.probe', 'presale'],
    ['insale', 'price_haggle.adjust', 'insale'],
    ['presale', 'complaint_dispute.review_threat', 'aftersale'],
    ['presale', 'complaint_dispute.waiting', 'presale'],
  ] as const)('%s + %s = %s', (before, name, after) => {
    expect(stageOf(before, intent(name), '')).toBe(after)
  })
  test('the question for the return policy moves no stage', () => {
    expect(stageOf('presale', intent('return_exchange.policy'), '')).toBe('presale')
    expect(stageOf('aftersale', intent('return_exchange.policy'), '')).toBe('aftersale')
    expect(stageOf('presale', intent('return_exchange.exchange'), '')).toBe('aftersale')
  })
  test('an unsure reading or none moves nothing', () => {
    expect(stageOf('presale', intent('logistics_tracking.track', 0.74), '')).toBe('presale')
    expect(stageOf('insale', undefined, '')).toBe('insale')
  })
  test.each([
    ['我昨天买的粽子明天能到吗', 'insale'],
    ['拍好了', 'insale'],
    ['已经下单了', 'insale'],
    ['帮我看看我的订单', 'insale'],
    ['i already ordered two', 'insale'],
    ['제가 주문한 거 언제 와요', 'insale'],
    ['我买两件能包邮吗', 'presale'],
    ['拍下了今天能发吗', 'presale'],
    ['想买一件', 'presale'],
    ['if i ordered now', 'presale'],
  ] as const)('who says that there is an order is past the sale: %s', (text, stage) => {
    expect(stageOf('presale', undefined, text)).toBe(stage)
    expect(stageOf('presale', intent('stock_availability.check'), text)).toBe(stage)
    expect(stageOf('aftersale', undefined, text)).toBe('aftersale')
  })
})

describe('stagesOf', () => {
  test('a reading too doubtful to move the talk may still be answered at its own stage', () => {
    expect(stageOf('presale', intent('logistics_tracking.late', 0.7), '')).toBe('presale')
    expect(stagesOf('presale', [intent('logistics_tracking.late', 0.7)])).toEqual(['presale', 'aftersale'])
  })
  test('a guess may not, and each stage counts once', () => {
    expect(stagesOf('insale', [intent('quality_issue.open', 0.3)])).toEqual(['insale'])
    expect(stagesOf('insale', [intent('payment.paid', 0.9), intent('order_change.verify', 0.5)])).toEqual(['insale'])
  })
})
