import { describe, expect, test } from 'vitest'
import { SLOTS, type SlotName } from '../../../src/intents/index.ts'
import { createFacts } from '../../../src/policy/index.ts'
import type { State } from '../../../src/protocol/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

const AT = Date.parse('2026-11-24T10:00:00+08:00')
const ALL = Object.keys(SLOTS) as SlotName[]
const base = { store: STORE, catalogue: CATALOGUE, channel: 'taobao', slots: {} as State['slots'], now: AT }
/** A live fact that decides nothing, so that nothing is shared. */
const APART = { asOf: '2026-11-24T10:00:00+08:00' }

const read = (input: Parameters<typeof createFacts>[0]) => {
  const facts = createFacts(input)
  return Object.fromEntries(ALL.map((name) => [name, facts.get(name)]))
}

describe('shared facts are those a turn would have worked out by itself', () => {
  test.each(['zh', 'en', 'ko'] as const)('nothing said, %s', (locale) => {
    read({ ...base, locale })
    expect(read({ ...base, locale })).toEqual(read({ ...base, locale, live: APART }))
  })
  const SAID = [
    {},
    { height: { value: 165, unit: 'cm', text: '165' }, weight: { value: 55, unit: 'kg', text: '110斤' } },
    { quantity: { value: 3, text: '3件' }, colour: { value: 'black', text: '黑色' } },
    { budget: { value: 20, text: '20块' } },
    { price: { value: 50, text: '50' }, percent: { value: 0.8, text: '8折' } },
    { date: { value: '2026-11-27', text: '周五' }, order_no: { value: '4512345678901', text: '4512345678901' } },
    { age: { value: 6, unit: 'month', text: '6个月' }, gender: { value: 'boy', text: '男宝' } },
    { region: { value: '江苏', unit: '南京', text: '南京' } },
    { courier: { value: '顺丰', text: '顺丰' } },
  ] as State['slots'][]
  test.each(SAID)('something said, whoever asked before: %o', (slots) => {
    for (const before of SAID) read({ ...base, locale: 'zh', slots: before })
    expect(read({ ...base, locale: 'zh', slots })).toEqual(read({ ...base, locale: 'zh', slots, live: APART }))
  })
  test('the voice is never shared', () => {
    const named = (name: string) => createFacts({ ...base, locale: 'zh', agent: { id: '01', name } }).get('agent')?.text
    expect([named('小满'), named('小禾')]).toEqual(['小满', '小禾'])
  })
  test('another minute, day or channel is another situation', () => {
    const at = (now: number, channel = 'taobao') => createFacts({ ...base, locale: 'zh', now, channel })
    expect(at(AT).get('shipping.dispatch_date')?.text).not.toBe(
      at(AT + 3 * 86_400_000).get('shipping.dispatch_date')?.text,
    )
    expect(at(AT).get('payment.methods')?.text).not.toBe(at(AT, 'jd').get('payment.methods')?.text)
  })
})

describe('the voice follows the shopper', () => {
  const voice = (more: object, locale: 'zh' | 'ko' = 'zh') => {
    const facts = createFacts({ ...base, locale, ...more })
    return [facts.get('you')?.text, facts.get('smile')?.text]
  }
  test('no pet name and no smile for who writes formally, whoever asked before', () => {
    expect(voice({})).toEqual(['亲', '/:^_^'])
    expect(voice({ register: 'formal' })).toEqual(['', ''])
    expect(voice({ register: 'slangy' })).toEqual(['亲', '/:^_^'])
    expect(voice({ register: 'formal' }, 'ko')).toEqual(['고객님', ''])
  })
  test('no smile at who is angry', () => {
    expect(voice({ mood: 'angry' })).toEqual(['亲', ''])
    expect(voice({ mood: 'worried' })).toEqual(['亲', '/:^_^'])
  })
})
