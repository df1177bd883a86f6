import { expect, test } from 'vitest'
import { type PastChat, replay, scoresOf } from '../../src/insight/index.ts'
import { desk } from '../suggest/small-desk.ts'

const OPTIONS = { now: Date.parse('2026-11-24T10:00:00+08:00'), channel: 'taobao', limit: 3 }
const chat = (...lines: [role: 'shopper' | 'agent', text: string][]): PastChat => ({
  id: 'c',
  turns: lines.map(([role, text]) => ({ role, text })),
})
const turnsOf = (past: PastChat) => [...replay(past, () => desk(), OPTIONS)]

test('asks at every message that was answered whether the reply would have been there', () => {
  const turns = turnsOf(
    chat(
      ['agent', '您好'],
      ['shopper', '邮费多少钱'],
      ['agent', '好嘞'],
      ['agent', '亲，您寄到哪个省呢～'],
      ['shopper', '江苏'],
      ['agent', '这个明天再说吧'],
      ['shopper', '谢谢'],
    ),
  )
  expect(turns.map(({ shopper, sent }) => [shopper, sent])).toEqual([
    [['邮费多少钱'], ['好嘞', '亲，您寄到哪个省呢～']],
    [['江苏'], ['这个明天再说吧']],
  ])
  expect(turns.map(({ place }) => place !== undefined)).toEqual([true, false])
  const [asked] = turns
  expect(asked!.suggested.suggestions[asked!.place!]!.scriptId).toBe('zh.fee-ask')
})

test('a reply with other figures says the same: each with its own facts', () => {
  const turns = turnsOf(chat(['shopper', '寄到江苏邮费多少钱'], ['agent', '到江苏的邮费是12元哦']))
  expect(turns[0]!.suggested.suggestions.some(({ text }) => text.includes('5元'))).toBe(true)
  expect(turns[0]!.place).toBeDefined()
})

test('lines in one breath are one message, and what was really said is what the talk goes on with', () => {
  const turns = turnsOf(
    chat(
      ['shopper', '你好'],
      ['shopper', '寄到江苏'],
      ['shopper', '邮费多少钱'],
      ['agent', '我看下'],
      ['shopper', '嗯'],
      ['agent', '好'],
    ),
  )
  expect(turns.map(({ shopper }) => shopper.length)).toEqual([3, 1])
  expect(turns[1]!.suggested.state.said).toEqual(['我看下'])
})

test('is scored by turns', () => {
  const turns = turnsOf(
    chat(['shopper', '邮费多少钱'], ['agent', '您寄到哪个省呢'], ['shopper', '谢谢'], ['agent', '随便说点别的事']),
  )
  const place = turns[0]!.place
  expect(scoresOf(turns)).toMatchObject({ turns: 2, firstThree: 0.5, first: place === 0 ? 0.5 : 0, empty: 0 })
  expect(scoresOf([])).toMatchObject({ turns: 0, firstThree: 0 })
})
