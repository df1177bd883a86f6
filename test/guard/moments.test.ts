import { describe, expect, test } from 'vitest'
import { isDispute, isHaggle, isProblem, isSizeQuestion, knowsBody, means, says } from '../../src/guard/moments.ts'
import { draft, factsOf } from './shipped-guard.ts'

const waiting = (text: string) => ({ ...draft, waiting: text })

describe('moments of a talk', () => {
  test('a topic is meant by name or by family, never by the beginning of a name', () => {
    const context = { ...draft, asked: ['price_haggle.lower'] }
    expect(means(context, 'price_haggle')).toBe(true)
    expect(means(context, 'price_haggle.lower')).toBe(true)
    expect(means(context, 'price')).toBe(false)
    expect(means(draft, 'price_haggle')).toBe(false)
  })
  test('words are asked of the line that waits, anew for each', () => {
    const word = /便宜/
    expect(says(waiting('便宜点'), word)).toBe(true)
    expect(says(waiting('有货吗'), word)).toBe(false)
    expect(says(waiting('便宜点'), word)).toBe(true)
    expect(says(draft, word)).toBe(false)
  })
  test('a fault is a problem, a worry about one is none', () => {
    expect(isProblem(waiting('杯子碎了'))).toBe(true)
    expect(isProblem(waiting('路上会不会碎了'))).toBe(false)
    expect(isDispute(waiting('杯子碎了'))).toBe(true)
    expect(isDispute({ ...draft, mood: 'angry' })).toBe(true)
    expect(isDispute(waiting('有红色吗'))).toBe(false)
  })
  test('haggling and sizes are heard', () => {
    expect(isHaggle(waiting('便宜点吧'))).toBe(true)
    expect(isHaggle(waiting('什么时候发货'))).toBe(false)
    expect(isSizeQuestion(waiting('穿什么码'))).toBe(true)
    expect(isSizeQuestion(waiting('什么颜色'))).toBe(false)
  })
  test('a body is known from facts or from figures', () => {
    expect(knowsBody({ ...draft, facts: factsOf({ height: 165 }) })).toBe(true)
    expect(knowsBody(waiting('一百二十斤'))).toBe(true)
    expect(knowsBody(waiting('有大码吗'))).toBe(false)
  })
})
