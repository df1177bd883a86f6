import { describe, expect, test } from 'vitest'
import { choicesIn, chosen } from '../../src/intents/choices.ts'

describe('choicesIn', () => {
  test.each([
    ['亲，您想换大一码还是直接退呢', ['您想换大一码', '直接退呢']],
    ['给您补发或者退款，都行的', ['给您补发', '退款']],
    ['Sorry! A refund or the missing tin sent?', ['a refund', 'the missing tin sent']],
    ['교환해드릴까요, 환불해드릴까요?', ['교환해드릴까요', '환불해드릴까요']],
  ])('%s', (question, choices) => {
    expect(choicesIn(question)).toEqual(choices)
  })

  test.each(['您身高多少呢', 'What is your order number?', '사진 보내 주시겠어요?'])('none: %s', (question) => {
    expect(choicesIn(question).length).toBeLessThan(2)
  })
})

describe('chosen', () => {
  const [exchange, back] = ['想换大一码', '直接退呢']
  test.each([
    ['换', exchange],
    ['退吧', back],
    ['第一个', exchange],
    ['后面那个', back],
    ['都可以', undefined],
    ['嗯', undefined],
  ])('%s', (answer, choice) => {
    expect(chosen([exchange, back], answer)).toBe(choice)
  })

  test('words count whole, what all alternatives share counts for none', () => {
    expect(chosen(['have it collected', 'drop it at a shop'], 'collected')).toBe('have it collected')
    expect(chosen(['have it collected', 'drop it at a shop'], 'it')).toBeUndefined()
    expect(chosen(['collected'], 'collected')).toBeUndefined()
  })
})
