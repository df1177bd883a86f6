import { describe, expect, test } from 'vitest'
import { analyse, initialState } from '../../src/intents/index.ts'
import type { Message } from '../../src/protocol/index.ts'
import { TINY_MODELS } from './tiny-models.ts'

const deps = { models: TINY_MODELS, timezone: 'Asia/Shanghai', threshold: 0.35 }
const talk = (...lines: string[]) => {
  const messages = lines.map(
    (line): Message => ({ role: line.startsWith('a ') ? 'agent' : 'shopper', text: line.slice(2) }),
  )
  return analyse(messages, initialState('zh'), deps).state.changed ?? {}
}

describe('what the shopper has told anew, and since which line of the agent', () => {
  test('a value told for the first time, or another one', () => {
    expect(talk('s 寄新疆', 'a 7天到', 's 寄新疆的话')).toMatchObject({ region: 0 })
    expect(talk('s 寄新疆', 'a 7天到', 's 那寄广东呢')).toMatchObject({ region: 1 })
  })

  test('one piece is what is meant anyway', () => {
    expect(talk('a 邮费8元', 's 拍一件')).not.toHaveProperty('quantity')
    expect(talk('a 邮费8元', 's 拍3件')).toMatchObject({ quantity: 1 })
  })

  test('another thing is meant', () => {
    expect(talk('a 有货的', 's 另外一款呢')).toMatchObject({ product_ref: 1 })
    expect(talk('a 有货的', 's 好的 拍了')).not.toHaveProperty('product_ref')
  })
})
