import { describe, expect, test } from 'vitest'
import { said } from '../../src/intents/said.ts'
import { typesAfter } from '../../src/intents/types.ts'
import type { Haggle, Intent, Mood, State } from '../../src/protocol/index.ts'

const reading = (name: string): Intent[] => [{ name, family: name.split('.')[0]!, confidence: 0.9 }]
interface Heard {
  mood?: Mood
  haggle?: Haggle
  turn?: number
  intents?: Intent[]
}
function typed(
  text: string,
  before: State['types'] = [],
  { mood = 'calm', haggle, turn = 1, intents = [] }: Heard = {},
) {
  return typesAfter(before, said(text, intents, []), { mood, haggle, turn })
}
const idsOf = (types: State['types']) => types.map(({ id }) => id)

describe('typesAfter', () => {
  test.each([
    ['我是小白，完全不懂', 'T01'],
    ['克重多少，双股的吗', 'T03'],
    ['价格没问题，原价拍', 'T04'],
    ['是正品吗', 'T08'],
    ['有一点划痕我都不要，线头也不行', 'T09'],
    ['随便看看', 'T11'],
    ['我女儿三岁', 'T13'],
    ['送女朋友生日', 'T15'],
    ['急用，明天就要', 'T16'],
    ['你们傻逼吧', 'T21'],
    ['老顾客了', 'T22'],
    ['my toddler is two', 'T13'],
    ['아기가 써도 되나요', 'T13'],
  ])('%s: %s', (text, id) => {
    expect(idsOf(typed(text))).toContain(id)
  })
  test.each(['送货上门吗', '儿童节有活动吗', '不是送人的', '有货吗', '快递要快递费吗'])(
    '%s: nobody in particular',
    (text) => {
      expect(typed(text)).toEqual([])
    },
  )
  test('the evidence is the word that told', () => {
    expect(typed('亲，我女儿三岁穿几码')).toEqual([{ id: 'T13', score: 0.6, evidence: '我女儿' }])
  })
  test('mood, haggling and a row of questions tell too', () => {
    expect(idsOf(typed('纠结', [], { mood: 'hesitant' }))).toEqual(['T12'])
    expect(idsOf(typed('骗子', [], { mood: 'angry' }))).toEqual(['T20'])
    expect(idsOf(typed('便宜点', [], { haggle: 'probe' }))).toEqual(['T05'])
    expect(idsOf(typed('便宜点', typed('便宜点', [], { haggle: 'probe' }), { haggle: 'insist' }))).toEqual(['T06'])
    const ask = { intents: reading('product_info.material') }
    expect(idsOf(typed('什么料子', [], { ...ask, turn: 3 }))).toEqual([])
    expect(idsOf(typed('什么料子', [], { ...ask, turn: 4 }))).toEqual(['T10'])
  })
  test('signs add up and fade', () => {
    const once = typed('我女儿三岁')
    const twice = typed('宝宝皮肤嫩', once)
    expect(twice[0]!.score).toBeGreaterThan(once[0]!.score)
    let types = twice
    for (let i = 0; i < 30; i += 1) types = typed('多少钱', types)
    expect(types).toEqual([])
  })
})
