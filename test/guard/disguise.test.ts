import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draft, guard, levelOf } from './shipped-guard.ts'

/** Where in a text a rule points. */
function placeOf(rule: string, text: string): { readonly start: number; readonly end: number } | undefined {
  return guard.check(text, draft).warnings.find((warning) => warning.rule === rule)
}

describe('what hides a word', () => {
  test.each([
    ['R106', '您加我薇❤吧', '加我薇❤'],
    ['R106', '亲加 v x 聊', 'v x'],
    ['R106', '➕V联系', '➕V'],
    ['R106', '加🐧号说', '加🐧'],
    ['R106', '有问题➕🆅❤', '➕🆅❤'],
    ['R106', '加我wei信', '加我wei信'],
    ['R106', '扫码【加】【微】【信】', '加】【微】【信'],
    ['R106', '支fu宝转账给我', '支fu宝转账给'],
    ['R19', '有高/仿的', '高/仿'],
    ['R19', '这是高访的货', '高访'],
    ['R19', '亲女子是А货', 'А货'],
    ['R84', '好·评·返·现2元', '好·评·返'],
    ['R84', '五🌟好坪，返您3元', '五🌟好坪，返您'],
    ['R07', '这是蕞便宜的', '蕞便宜'],
    ['R07', '弟1品牌', '弟1品牌'],
    ['R01', '1OO%正品', '1OO%'],
    ['R01', 'jue对不起球', 'jue对'],
    ['R86', '特价不 tui 不 换', '不 tui 不 换'],
    ['R105', '把短信里的验证ma发我', '验证ma发我'],
  ])('%s in %s', (rule, text, span) => {
    const pointed = placeOf(rule, text)
    const meant = text.indexOf(span)
    expect(pointed).toBeDefined()
    expect(pointed!.start).toBeLessThan(meant + span.length)
    expect(pointed!.end).toBeGreaterThan(meant)
  })
  test('English and Korean', () => {
    expect(levelOf('R106', 'add me on wh@tsapp', { locale: 'en' })).toBe('block')
    expect(levelOf('R106', 'text me: w e c h a t', { locale: 'en' })).toBe('block')
    expect(levelOf('R19', 'top r3pl1ca', { locale: 'en' })).toBe('block')
    expect(levelOf('R106', 'ㅋr톡 주세요', { locale: 'ko' })).toBe('block')
    expect(levelOf('R19', '짝.퉁이에요', { locale: 'ko' })).toBe('block')
    expect(levelOf('R105', 'ㅂㅣ번 알려주세요', { locale: 'ko' })).toBe('block')
  })
  test('nothing is put in the place of a hidden word', () => {
    expect(guard.check('绝.对不会起球', draft).fixed).toBeUndefined()
  })
})

const HIDDEN = [
  ['R106', '加我微信'],
  ['R106', '支付宝转账'],
  ['R19', '高仿'],
  ['R19', '莆田货'],
  ['R84', '好评返现'],
  ['R86', '不退不换'],
  ['R07', '全网最低'],
  ['R01', '百分百'],
] as const
const FILLERS = ['', '', ' ', '.', '·', '-', '*', '_', '\u200b', '\u2060', '💥', '/']
const AROUND = ['', '亲，', '您好，', '这款']

describe('laws', () => {
  test('a forbidden phrase is found in any dress, where it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HIDDEN),
        fc.array(fc.constantFrom(...FILLERS), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(...AROUND),
        ([rule, phrase], fillers, before) => {
          const dressed = [...phrase].map((letter, i) => (i === 0 ? letter : fillers[i]! + letter)).join('')
          const text = `${before}${dressed}，好吗`
          const said = guard.check(text, draft).warnings.filter((warning) => warning.rule === rule)
          const spans = said.map(({ start, end }) => text.slice(start, end))
          const plain = guard
            .check(`${before}${phrase}，好吗`, draft)
            .warnings.filter((warning) => warning.rule === rule)
          expect(said.length).toBeGreaterThan(0)
          expect(plain.length).toBeGreaterThan(0)
          for (const span of spans) expect(dressed).toContain(span)
          for (const { start, end } of said) {
            expect(start).toBeGreaterThanOrEqual(before.length)
            expect(end).toBeLessThanOrEqual(before.length + dressed.length)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
  test('an innocent text stays innocent', () => {
    const innocent = [
      '支持微信支付和支付宝',
      '补水货品在最下面一格',
      '高仿真花束很好看',
      '加薇诺娜那款暂时没有',
      '卫星电视的接收头',
      '平时返图的顾客很多',
      '这款好平整，不用熨',
      '第一次买先量一下脚长就好',
      '最后一天上班发货',
      '弟弟穿大一码就好',
      '口感QQ弹弹的',
      '反面有现成的挂钩',
      '信封和卡片各一张',
      '扣子扣好就平了',
      '银行今天不上班，到账会慢',
      '密码锁的说明书在盒子里',
      '这边帮您看一下转运的信息',
      '保温杯正面有刻度',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...innocent),
        fc.constantFrom('\u200b', ' ', '\u2060'),
        fc.nat(),
        (text, filler, seed) => {
          const at = seed % text.length
          expect(guard.check(text.slice(0, at) + filler + text.slice(at), draft).verdict).toBe('pass')
        },
      ),
      { numRuns: 600 },
    )
  })
})
