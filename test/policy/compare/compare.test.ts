import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../src/intents/index.ts'
import { compare } from '../../../src/policy/compare/compare.ts'
import { Card } from '../../../src/policy/index.ts'
import type { Locale } from '../../../src/protocol/index.ts'
import { CATALOGUE } from '../demo.ts'

const stockOf = ({ stock }: { stock?: number | undefined }) => stock
const ask = (text: string, card: Card, locale: Locale = 'zh') =>
  compare(normalise(text).text, { card, locale, stockOf })?.verdict
const of = (id: string) => CATALOGUE.get(id)!
const cardWith = (attributes: object) =>
  Card.parse({ id: 'made-up', title: '商品', shortName: '商品', category: 'other', price: 1, attributes })

const TRAITS = ['纯棉', '真皮', '进口', '罐装', '厚', '女款', '长袖', '熟', '云南', '500克装', '真空包装', '有机棉']

describe('laws', () => {
  test('a card that says nothing confirms and denies nothing', () => {
    for (const trait of TRAITS)
      expect(ask(`是${trait}的吗`, cardWith({})) ?? 'none', trait).not.toMatch(/confirm|deny|choose/)
  })

  test('what is confirmed is denied when it is asked the other way round, and an unknown stays one', () => {
    const turned = { confirm: 'deny', deny: 'confirm' } as Record<string, string>
    for (const card of CATALOGUE.all)
      for (const trait of TRAITS) {
        const plain = ask(`是${trait}的吗`, card)
        if (plain === undefined) continue
        expect(ask(`不是${trait}的吧`, card), `${card.id} ${trait}`).toBe(turned[plain] ?? plain)
        expect(ask(`不会不是${trait}的吧`, card), `${card.id} ${trait}`).toBe(plain)
      }
  })

  test('an amount is the same in every unit, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (own, asked) => {
        const card = cardWith({ spec: `${own * 250}克一袋` })
        const same = own === asked ? 'confirm' : 'deny'
        expect(ask(`是${asked / 2}斤的吗`, card)).toBe(same)
        expect(ask(`是${asked / 4}公斤的吗`, card)).toBe(same)
        expect(ask(`${asked * 250}g的?`, card)).toBe(same)
      }),
      { numRuns: 60 },
    )
  })

  test('only a whole of one stuff is pure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (share) => {
        const rest = share === 100 ? '' : `${100 - share}%氨纶`
        expect(ask('是纯棉的吗', cardWith({ material: `${share}%棉${rest}` }))).toBe(share === 100 ? 'confirm' : 'deny')
      }),
      { numRuns: 60 },
    )
  })
})

test('a canvas shoe is no tin', () => {
  expect(ask('캔버스화 245 있나요', of('shoes-canvas'), 'ko')).toBeUndefined()
})

test('who asks whether it is spicy asks for heat, not for the flavour of that name, which may be sold out', () => {
  expect(ask('is the jerky spicy', of('beef-jerky'), 'en')).toBe('choose')
})

test.each([
  ['是全棉的吗', 'tee-basic', 'confirm'],
  ['是百分百棉吗', 'tee-basic', 'confirm'],
  ['这款棉的对吧', 'tee-basic', 'confirm'],
  ['难道不是纯棉的吗', 'jeans-straight', 'deny'],
  ['没有帽子吗', 'hoodie-fleece', 'deny'],
  ['含花生吗', 'nuts-daily', 'unknown'],
  ['含猪肉吗', 'beef-jerky', 'unknown'],
  ['是猪肉的吗', 'beef-jerky', 'deny'],
  ['老人能吃吗', 'zongzi-box', 'unknown'],
  ['一斤装的吗', 'nut-macadamia', 'confirm'],
  ['半斤的吗', 'beef-jerky', 'confirm'],
  ['能放一年以上吗', 'cookies-butter', 'deny'],
  ['是浙江还是云南的', 'tea-puer', 'choose'],
  ['是杭州产的吗', 'nuts-daily', 'unknown'],
] as const)('%s (%s): %s', (text, id, verdict) => expect(ask(text, of(id))).toBe(verdict))

test.each(['是什么材质的', '我要纯棉的', '为什么会掉色', '纯棉的多少钱', '能退吗', '还是纯棉的好', '有货吗', '谢谢'])(
  'no comparison: %s',
  (text) => expect(ask(text, of('tee-basic'))).toBeUndefined(),
)

test('sold out is not offered', () => {
  const jerky = of('beef-jerky')
  const gone = { card: jerky, locale: 'zh' as const, stockOf: () => 0 }
  expect(compare('有麻辣味的吗', gone)?.verdict).toBe('unknown')
})

test('a small share is told, not confirmed', () => {
  const knit = cardWith({ material: '90%腈纶10%羊毛' })
  expect(ask('是羊毛的吗', knit)).toBe('choose')
  expect(ask('含羊毛吗', knit)).toBe('confirm')
})

test('two questions: the newest first', () => {
  const found = compare(normalise('是纯棉的吗？有帽子吗').text, { card: of('hoodie-fleece'), locale: 'zh', stockOf })
  expect(found?.asked.map(({ zh }) => zh)).toEqual(['帽子'])
})
