import { describe, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import type { Locale, State } from '../../src/protocol/index.ts'
import { createLibrary } from '../../src/scripts/index.ts'
import { argumentsUsed } from '../../src/suggest/arguments.ts'
import { script } from '../scripts/script.ts'
import { agent, ask, desk, idsOf, shopper } from './small-desk.ts'

const haggling = (id: string, more: Parameters<typeof script>[0] | object) =>
  script({ id, category: 'C44', intents: ['price_haggle.probe'], ...more })
const SCRIPTS = [
  haggling('zh.fair', { argument: 'fairness', text: '大家都付这个价哦' }),
  haggling('zh.fair-too', { argument: ['fairness', 'discount'], text: '对谁都这样，一起拍更省' }),
  haggling('zh.worth', { argument: 'value', text: '到手您会喜欢的' }),
  haggling('zh.none', { text: '我再想想办法' }),
]
const library = createLibrary(SCRIPTS)
const used = (state: Partial<State>, locale: Locale = 'zh') =>
  [...argumentsUsed({ ...initialState(locale), ...state }, library)].sort()

describe('arguments used', () => {
  test('those of the scripts sent, of two joined in one reply both', () => {
    expect(used({ used: ['zh.none', 'zh.fair'] })).toEqual(['fairness'])
    expect(used({ used: ['zh.worth+zh.fair-too', 'gone'] })).toEqual(['discount', 'fairness', 'value'])
    expect(used({})).toEqual([])
  })
  test.each<[Locale, string, string[]]>([
    ['zh', '价格对每位顾客都一样的亲', ['fairness']],
    ['zh', '这个价里有用料的成本', ['quality']],
    ['zh', '满99减10可以用上', ['discount']],
    ['zh', '您预算多少呢', ['budget']],
    ['zh', '我帮您问问店长', ['lead']],
    ['en', "It's the same for everyone", ['fairness']],
    ['en', "I'll ask my manager", ['lead']],
    ['ko', '먼저 사신 분들께 죄송해서요', ['fairness']],
    ['ko', '예산이 얼마쯤이세요?', ['budget']],
  ])('%s own words: %s', (locale, said, found) => {
    expect(used({ said: [said] }, locale)).toEqual(found)
  })
  test.each<[Locale, string]>([
    ['zh', '面料是纯棉的'],
    ['zh', '七天内可以退货的'],
    ['zh', '顾客您好'],
    ['zh', '满意再拍哦'],
    ['en', 'It is made of cotton'],
    ['en', 'You can return it within 7 days'],
    ['ko', '소재는 면이에요'],
  ])('%s a fact told is no argument: %s', (locale, said) => {
    expect(used({ said: [said] }, locale)).toEqual([])
  })
  test('a concession closes what would lower the price once more', () => {
    const after = used({ conceded: { price: 55, pieces: 1 } })
    expect(after).toEqual(expect.arrayContaining(['concession', 'coupon', 'discount', 'lead']))
    expect(after).not.toContain('regret')
  })
})

describe('a suggestion', () => {
  const library = desk(SCRIPTS)
  const talk = (said: string) => [shopper('能便宜点吗'), agent(said), shopper('再便宜点嘛')]
  test('never comes with an argument that was used', () => {
    const answer = ask(talk('大家都付这个价哦'), { explain: true }, library)
    expect(idsOf(answer)).toEqual(expect.arrayContaining(['zh.worth', 'zh.none']))
    expect(idsOf(answer)).not.toContain('zh.fair-too')
    expect(answer.dropped).toEqual(
      expect.arrayContaining([
        { scriptId: 'zh.fair', code: 'argued:fairness' },
        { scriptId: 'zh.fair-too', code: 'argued:fairness' },
      ]),
    )
  })
  test('comes with it when nothing else is left, and to who searches for it', () => {
    const only = desk(SCRIPTS.slice(0, 2))
    expect(idsOf(ask(talk('大家都付这个价哦'), {}, only))).toEqual(['zh.fair-too'])
    expect(idsOf(ask(talk('大家都付这个价哦'), { query: '对谁都这样' }, library))).toContain('zh.fair-too')
  })
  test('of one argument only the best stands high', () => {
    const [first, second] = idsOf(ask('能便宜点吗', {}, library))
    expect(new Set([first, second].map((id) => library.library.get(id!)?.script.argument[0])).size).toBe(2)
  })
})
