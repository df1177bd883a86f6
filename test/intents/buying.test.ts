import { describe, expect, test } from 'vitest'
import { buyingAfter } from '../../src/intents/buying.ts'
import { said } from '../../src/intents/said.ts'
import type { Entity, Intent } from '../../src/protocol/index.ts'

const reading = (name: string): Intent[] => [{ name, family: name.split('.')[0]!, confidence: 0.9 }]
const size: Entity = { slot: 'size', value: 'M', text: 'M', start: 0, end: 1, messageIndex: 0 }
const ready = (text: string, before?: number, intents: Intent[] = [], entities: Entity[] = []) =>
  buyingAfter(before, said(text, intents, entities))

describe('buyingAfter', () => {
  test.each(['那就要这个', '拍下了', '怎么下单', '现在拍今天能发吗', "I'll take it", '이걸로 할게요'])('%s', (text) => {
    expect(ready(text)).toBeGreaterThanOrEqual(0.5)
  })
  test.each(['能退吗', '不拍了', '还没下单', '我买的那件破了', '随便看看'])('%s tells of no wish to buy', (text) => {
    expect(ready(text) ?? 0).toBeLessThan(0.5)
  })
  test('asks for one exact variant', () => {
    expect(ready('有M的吗', undefined, reading('stock_availability.check'), [size])).toBeGreaterThanOrEqual(0.5)
    expect(ready('有货吗', undefined, reading('stock_availability.check')) ?? 0).toBeLessThan(0.5)
  })
  test('an order spoken of after the sale is no new wish', () => {
    expect(ready('拍了三天还没到', undefined, reading('logistics_tracking.late'))).toBeUndefined()
  })
  test('signs add up, fade, and go when the shopper declines', () => {
    expect(ready('多少钱', 0.8)).toBeCloseTo(0.56)
    expect(ready('拍下了', 0.8)).toBeGreaterThan(0.9)
    expect(ready('不买了', 0.8)).toBeLessThan(0.2)
    expect(ready('多少钱', 0.1)).toBeUndefined()
  })
})
