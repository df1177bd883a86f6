import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/guard/checked-text.ts'
import { fewHints } from '../../src/guard/few-hints.ts'
import { createGuard, type GuardContext } from '../../src/guard/index.ts'
import { compileLists } from '../../src/guard/lists.ts'
import { RULES } from '../../src/guard/rules/index.ts'
import { draft, factsOf, guard, shippedLists } from './shipped-guard.ts'

/** Pieces that break rules, joined at random with harmless ones. */
const PIECES = [
  '亲',
  '，',
  '。',
  '！',
  '您好',
  '你',
  '你们',
  '保证',
  '绝对',
  '一定',
  '肯定',
  '明天',
  '到',
  '今天',
  '发货',
  '3天',
  '只剩3件',
  '最好的',
  '没货了',
  '这款',
  '好评返现',
  '不退不换',
  '加V信',
  '微 信',
  '13812345678',
  '顺风',
  '{name}',
  'XX',
  '{{you}}',
  '给您包邮',
  '便宜5元',
  '送您一双袜子',
  '已退款',
  '帮您备注好了',
  '买不起',
  '无语',
  '尽量',
  '预计',
  '😊',
  '/:^_^',
  'ｖｘ',
  '\u200b',
  '㎏',
  'guarantee ',
  'out of stock',
  'I have refunded you ',
  '무조건 ',
  '품절',
  '환불해 드렸습니다',
  '别家店',
  '评价',
  '删除差评',
  '9999个月',
  '建议您选M码',
  '满99减10',
  '已发货',
  '这个',
  '稍等',
  '不打折',
  '推荐',
  '应该是吧',
  '您眼光真好',
  '碎了😂',
  '详情页有写',
  '？！',
  'abc@example.com',
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const BRANDS = ['别家店']
const contexts: fc.Arbitrary<GuardContext> = fc.record({
  kind: fc.constantFrom('draft', 'script', 'fill', 'rewrite'),
  locale: fc.constantFrom('zh', 'en', 'ko'),
  uiLocale: fc.constantFrom('zh', 'en', 'ko'),
  facts: fc.constantFrom(
    undefined,
    factsOf({ 'shipping.transit': '3-5天', 'stock.left': 3, 'promo.state': 'off', 'gift.state': 'off' }),
  ),
  mood: fc.constantFrom(undefined, 'angry', 'calm'),
  channel: fc.constantFrom(undefined, 'web', 'taobao'),
  intents: fc.constantFrom(undefined, ['review_threat.blackmail']),
  roles: fc.constantFrom(undefined, ['agent'], ['reviewer']),
  printed: fc.constantFrom(undefined, [
    { name: 'shipping.dispatch', text: '3天' },
    { name: 'stock.left', text: '3' },
    { name: 'promo.text', text: '满99减10' },
  ]),
  otherBrands: fc.constantFrom(undefined, BRANDS),
  waiting: fc.constantFrom(undefined, '', '有蓝色吗', '便宜点吧', '我该拍哪个码', '收到碎了，你们怎么解决', '付好了'),
  asked: fc.constantFrom(undefined, [], ['complaint_dispute.angry'], ['product_info.quality'], ['size_fit.recommend']),
  register: fc.constantFrom(undefined, 'formal', 'slangy'),
  first: fc.constantFrom(undefined, true, false),
  spoken: fc.constantFrom(undefined, 2),
  earlier: fc.constantFrom(undefined, [{ text: '您眼光真好，有结果我告诉您', changedSince: new Set<string>() }]),
})

describe('laws', () => {
  test('never throws, and every span lies inside the text', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { verdict, warnings } = guard.check(text, context)
        for (const { rule, start, end } of warnings) {
          expect(rule).not.toBe('guard')
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
        }
        const worst = warnings.some((w) => w.level === 'block')
          ? 'block'
          : warnings.some((w) => w.level === 'warn')
            ? 'warn'
            : 'pass'
        expect(verdict).toBe(worst)
      }),
      { numRuns: 500 },
    )
  })
  test('a fixed text never blocks and has nothing left to fix', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { fixed } = guard.check(text, context)
        if (fixed === undefined) return
        const again = guard.check(fixed, context)
        expect(again.verdict).not.toBe('block')
        expect(again.fixed).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
  test('same text, same answer', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        expect(guard.check(text, context)).toEqual(guard.check(text, context))
      }),
      { numRuns: 100 },
    )
  })
})

describe('what the guard remembers of a text', () => {
  const lists = compileLists(shippedLists)
  test('a rule that is left out would have found nothing', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const read = readText(text, context.locale, lists)
        const all = RULES.flatMap((rule) =>
          rule.find(read.on(context.channel), context).map(({ start, end, level = rule.level }) => {
            return { rule, warning: { rule: rule.id, level, start, end, says: '' } }
          }),
        )
        const found = fewHints(all).sort((a, b) => a.start - b.start || a.end - b.end)
        const { warnings } = guard.check(text, context)
        expect(warnings.map((warning) => ({ ...warning, says: '', fix: '' }))).toEqual(
          found.map((warning) => ({ ...warning, fix: '' })),
        )
      }),
      { numRuns: 2000 },
    )
  })
  test('a text that passed once is judged anew where more is known', () => {
    const quick = '付款后3天内发货'
    expect(guard.check(quick, { ...draft, facts: factsOf({ 'shipping.dispatch': '3天' }) }).verdict).toBe('pass')
    const facts = factsOf({ 'shipping.dispatch': '3-5天' })
    expect(guard.check(quick, { ...draft, facts }).warnings.map(({ rule }) => rule)).toContain('R04')

    const about = '您写的评价我看到了'
    expect(guard.check(about, draft).verdict).toBe('pass')
    const asked = { ...draft, intents: ['review_threat.blackmail'], roles: ['agent'] }
    expect(guard.check(about, asked).warnings.map(({ rule }) => rule)).toEqual(['R83'])
  })
})

describe('verdict', () => {
  test('spans point into the original text, however it is spelt', () => {
    const text = '亲，ＶＸ 联系，加 微\u200b信 哦'
    const spans = guard.check(text, draft).warnings.map((warning) => text.slice(warning.start, warning.end))
    expect(spans).toContain('ＶＸ')
    expect(spans.some((span) => span.includes('微\u200b信'))).toBe(true)
  })
  test('hints change nothing', () => {
    const { verdict, warnings } = guard.check('帮您备注好了', draft)
    expect(verdict).toBe('pass')
    expect(warnings).toHaveLength(1)
  })
  test('fixes replace exactly their spans, and only a text that no longer blocks is offered', () => {
    expect(guard.check('你好，这款绝对正品，发顺风', draft).fixed).toBe('你好，这款正品，发顺丰')
    expect(guard.check('你加V信', draft).fixed).toBeUndefined()
  })
  test('says is in the agent’s language', () => {
    expect(guard.check('你要哪个', { ...draft, uiLocale: 'en' }).warnings[0]?.says).toMatch(/^[ -~]+$/)
    expect(guard.check('你要哪个', { ...draft, uiLocale: 'ko' }).warnings[0]?.says).toMatch(/[가-힣]/)
  })
  test('a text in another language than the locale is checked too', () => {
    expect(guard.check('加微信聊', { ...draft, locale: 'en' }).verdict).toBe('block')
    expect(guard.check('Add me on WhatsApp', draft).verdict).toBe('block')
    expect(guard.check('카톡으로 연락 주세요', draft).verdict).toBe('block')
  })
  test('what cannot be checked is held back', () => {
    const facts: GuardContext['facts'] = {
      get: () => {
        throw new Error('no facts')
      },
    }
    expect(guard.check('邮费5元', { ...draft, facts })).toMatchObject({
      verdict: 'block',
      warnings: [{ rule: 'guard' }],
    })
  })
  test('word lists come from outside', () => {
    const own = createGuard({ zh: { hurt: { except: [], find: [{ words: ['咸鱼'] }] } }, en: {}, ko: {}, aliases: [] })
    expect(own.check('您这条咸鱼', draft).verdict).toBe('block')
    expect(own.check('买不起', draft).verdict).toBe('pass')
  })
})
