import { expect, test } from 'vitest'
import { createGuard } from '../../src/guard/index.ts'
import { promiseKept, sameAnswer } from '../../src/guard/rules/consistency.ts'
import { analyse, initialState } from '../../src/intents/index.ts'
import type { Message } from '../../src/protocol/index.ts'
import { checkDraft } from '../../src/suggest/index.ts'
import { agent, desk, inputOf, shopper } from './small-desk.ts'

const deps = desk(undefined, { guard: createGuard({ zh: {}, en: {}, ko: {}, aliases: [] }, [promiseKept, sameAnswer]) })
const stateAfter = (messages: readonly Message[]) => analyse(messages, initialState('zh'), deps.analyse).state
const check = (text: string, before: readonly Message[], messages: readonly Message[] = []) =>
  checkDraft(text, inputOf(messages, { before: stateAfter(before) }), deps).verdict

test('what agents said is known for the whole talk, not only for this turn', () => {
  const talk = [shopper('邮费多少'), agent('邮费8元哦')]
  expect(check('运费12元的', talk, [shopper('好的')])).toBe('warn')
  expect(check('运费12元的', [], [...talk, shopper('好的')])).toBe('warn')
  expect(check('运费8元的', talk, [shopper('好的')])).toBe('pass')
})

test('lines of a bot are nobody’s word', () => {
  expect(check('运费12元的', [shopper('邮费多少'), { role: 'bot', text: '邮费8元哦' }])).toBe('pass')
})

test('with another region the postage may be another, with an older one it may not', () => {
  const talk = [shopper('寄江苏邮费多少'), agent('邮费8元哦')]
  expect(check('运费12元的', talk, [shopper('寄新疆呢')])).toBe('pass')
  expect(check('运费12元的', [...talk, shopper('寄新疆呢'), agent('邮费20元')], [shopper('好的')])).toBe('warn')
})

test('lines are counted from the talk’s first, also when the oldest are forgotten', () => {
  const small = Array.from({ length: 40 }, (_, i) => agent(`在的，第${i + 1}次`))
  const talk = [...small, shopper('寄江苏'), agent('邮费8元哦')]
  expect(check('运费12元的', talk, [shopper('好的')])).toBe('warn')
  expect(check('运费12元的', talk, [shopper('改寄新疆')])).toBe('pass')
})

test('a text judged before anything was said is judged anew in a talk', () => {
  expect(check('我们不包邮的', [])).toBe('pass')
  expect(check('我们不包邮的', [agent('拍下给您包邮')])).toBe('block')
})
