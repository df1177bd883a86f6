import { describe, expect, test } from 'vitest'
import { type Condition, conditionsOf, unmet, unmetIn } from '../../src/scripts/conditions.ts'
import type { Situation } from '../../src/scripts/index.ts'
import { factTable, script } from './script.ts'

const NOW: Situation = {
  stages: ['presale'],
  mood: 'calm',
  channel: 'taobao',
  roles: ['agent'],
  first: false,
  answered: false,
  flows: [],
  rung: 0,
  day: '2026-11-24',
  weekday: 2,
  facts: factTable({ height: '165cm', 'promo.state': { text: '', value: 'on' } }),
  words: '最近好累想买点吃的',
}
const check = (fields: object, now: Partial<Situation> = {}) =>
  unmet(conditionsOf(script({ id: 's', ...fields })), { ...NOW, ...now })

describe('unmet', () => {
  test('nothing asked, nothing fails', () => {
    expect(check({})).toBeUndefined()
  })
  test.each<[string, object, Partial<Situation>, Partial<Situation>]>([
    ['event', { when: { event: 'order_paid' } }, { event: 'order_paid' }, { event: 'order_created' }],
    ['event', { when: { event: 'order_paid' } }, { event: 'order_paid' }, {}],
    ['stage', { stage: ['insale', 'aftersale'] }, { stages: ['insale'] }, { stages: ['presale'] }],
    ['mood', { when: { mood: ['angry', 'worried'] } }, { mood: 'worried' }, { mood: 'happy' }],
    ['first', { when: { first: true } }, { first: true }, { first: false }],
    ['first', { when: { first: false } }, { first: false }, { first: true }],
    ['answered', { when: { answered: true } }, { answered: true }, { answered: false }],
    ['channel', { when: { channel: 'jd' } }, { channel: 'jd' }, { channel: 'taobao' }],
    ['role', { when: { role: 'lead' } }, { roles: ['agent', 'lead'] }, { roles: ['agent'] }],
    ['product', { when: { product: ['tee'] } }, { product: 'tee' }, { product: 'hat' }],
    ['product', { when: { product: ['tee'] } }, { product: 'tee' }, { product: undefined }],
    ['not_yet', { when: { from: '2026-11-24' } }, { day: '2026-11-24' }, { day: '2026-11-23' }],
    ['expired', { when: { until: '2026-11-24' } }, { day: '2026-11-24' }, { day: '2026-11-25' }],
    ['weekday', { when: { weekdays: [6, 7] } }, { weekday: 7 }, { weekday: 1 }],
    ['haggle', { when: { haggle: ['threat'] } }, { haggle: 'threat' }, { haggle: 'plea' }],
    ['haggle', { when: { haggle: 'plea' } }, { haggle: 'plea' }, {}],
    ['words', { when: { words: ['累', '生病'] } }, { words: '生病了' }, { words: '有货吗' }],
    ['unknown:height', { when: { knows: 'height' } }, {}, { facts: factTable({}) }],
    ['known:height', { when: { lacks: 'height' } }, { facts: factTable({}) }, {}],
    [
      'is:promo.state',
      { when: { is: { 'promo.state': ['on', 'soon'] } } },
      {},
      { facts: factTable({ 'promo.state': { text: '', value: 'off' } }) },
    ],
    ['is:promo.state', { when: { is: { 'promo.state': 'on' } } }, {}, { facts: factTable({}) }],
    [
      'not:promo.state',
      { when: { not: { 'promo.state': ['soon', 'on'] } } },
      { facts: factTable({}) },
      { facts: factTable({ 'promo.state': { text: '', value: 'on' } }) },
    ],
  ])('%s: %j', (code, fields, met, failed) => {
    expect(check(fields, met)).toBeUndefined()
    expect(check(fields, failed)).toBe(code)
  })
  test('the haggling ladder has five rungs: the first from the start, the last for whoever goes on', () => {
    const rungs = (rung: number) =>
      [1, 2, 3, 4, 5].filter((step) => check({ when: { rung: step } }, { rung }) === undefined)
    expect([0, 1, 3, 5, 9].map(rungs)).toEqual([[1], [1], [3], [5], [5]])
  })
  test('words are taken as they are written, and no word never fits', () => {
    const words = (list: string[], said: string) => check({ when: { words: list } }, { words: said })
    expect(words(['(小样)', '1.5升'], '有1.5升的吗')).toBeUndefined()
    expect(words(['(小样)', '1.5升'], '有105升的小样吗')).toBe('words')
    expect(words([], '有货吗')).toBe('words')
  })
  test('every condition must hold', () => {
    expect(check({ when: { words: '累', mood: 'angry' } })).toBe('mood')
    expect(check({ when: { words: '累', mood: 'calm' } })).toBeUndefined()
  })
})

test('in one turn a list of conditions is held against the moment once, with the same outcome', () => {
  let asked = 0
  const counted = (code: string, outcome: boolean): Condition => ({
    code,
    holds: () => {
      asked += 1
      return outcome
    },
  })
  const unmetNow = unmetIn(NOW)
  const fails = [counted('a', true), counted('b', false)]
  const holds = [counted('c', true)]
  const lists = [fails, holds, fails, [], holds]
  expect(lists.map(unmetNow)).toEqual(['b', undefined, 'b', undefined, undefined])
  expect(asked).toBe(3)
  expect(lists.map((list) => unmet(list, NOW))).toEqual(lists.map(unmetNow))
})
