import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breathFrom, placed } from '../../src/intents/breath.ts'
import type { Entity, Message } from '../../src/protocol/index.ts'

const said = (text: string, ms: number): Message => ({
  role: 'shopper',
  text,
  at: new Date(1.79e12 + ms).toISOString(),
})

test('pieces sent in one go are one text', () => {
  const messages = [said('165', 0), said('98斤', 400), said('能穿吗', 800), said('什么时候发货', 9_000)]
  const breath = breathFrom(messages, 0)
  expect(breath.messages).toEqual(messages.slice(0, 3))
  expect(breath.text).toBe('165 98斤 能穿吗')
  expect(breathFrom(messages, 3).text).toBe('什么时候发货')
})

test('a picture, a card or another speaker stands for itself', () => {
  const image: Message = { ...said('', 100), kind: 'image' }
  const agent: Message = { ...said('在的', 100), role: 'agent' }
  expect(breathFrom([said('这个', 0), image, said('有吗', 200)], 0).messages).toHaveLength(1)
  expect(breathFrom([image, said('有吗', 200)], 0).messages).toEqual([image])
  expect(breathFrom([said('在吗', 0), agent, said('有吗', 200)], 0).messages).toHaveLength(1)
})

test('entities stand in the message they were said in, and are exactly what it says there', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 9 }), fc.nat(7), (said5, from, length, first) => {
      const breath = breathFrom(
        said5.map((text, i) => said(text, i * 100)),
        0,
      )
      const start = from % breath.text.length
      const end = Math.min(breath.text.length, start + length)
      const entity: Entity = {
        slot: 'size',
        value: 'L',
        text: breath.text.slice(start, end),
        start,
        end,
        messageIndex: 0,
      }
      const [own] = placed(breath, [entity], first)
      expect(own!.text).toBe(said5[own!.messageIndex - (said5.length === 1 ? 0 : first)]!.slice(own!.start, own!.end))
      expect(entity.text.startsWith(own!.text)).toBe(true)
    }),
  )
})
