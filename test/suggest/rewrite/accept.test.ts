import { describe, expect, test } from 'vitest'
import { accept } from '../../../src/suggest/rewrite/accept.ts'
import { originalOf, refusalOf } from './pairs.ts'

describe('the same said otherwise is the same', () => {
  test.each([
    ['满59元包邮', '亲，满59块就包邮哦'],
    ['48小时内发货', '两天内给您发货哦'],
    ['打九折', '可以打9折的'],
    ['3-5天到货', '三到五天到货哦'],
    ['邮费10元', '邮费十块钱'],
    ['下午4点前付款', '16:00前付款哦'],
    ['不包邮', '暂时没法包邮呢'],
    ['１２元一件', '12元一件哦'],
    ['這款不支持退換', '这款不支持退换的'],
  ])('%s = %s', (from, to) => expect(refusalOf(from, to)).toBeUndefined())
})

describe('what says something else is refused', () => {
  test.each([
    ['满59元包邮', '满69元包邮', 'added: cny:69'],
    ['满59元包邮', '全场包邮', 'lost: cny:59'],
    ['邮费五元', '邮费六元', 'added: cny:6'],
    ['邮费5元', '邮费5角', 'added: cny:0.5'],
    ['打9折', '打8折', 'added: percent:20'],
    ['3-5天到货', '3天到货', 'added: time:4320'],
    ['48小时内发货', '48小时后发货', 'added: time:2880 after'],
    ['不包邮', '包邮', 'added: free postage'],
    ['包邮', '不包邮', 'added: no free postage'],
    ['可以发顺丰', '可以发中通', 'added: courier'],
    ['M码合适', 'L码合适', 'added: latin l'],
    ['XXL有货', 'XXXL有货', 'added: latin xxxl'],
    ['有黑色', '有白色', 'added: colour'],
    ['预计明天到货', '明天到货', 'lost: about'],
    ['我问一下有没有货', '有货的', 'lost: '],
    ['M码59元，L码69元', 'L码59元，M码69元', 'moved: '],
    ['江苏5元，新疆18元', '江苏18元，新疆5元', 'moved: '],
    ['可以退货', '可以退款', 'added: refund'],
    ['运费我们承担', '运费您承担', 'added: shopper pays'],
    ['给您登记', '已经给您登记了', 'added: done'],
    ['下雨天不建议穿', '下雨天建议穿', 'lost: no'],
    ['单号12345678901234567890', '单号12345678901234567891', 'added: '],
    ['看这里 https://a.example/1', '看这里 https://a.example/2', 'added: link'],
    ['好的', '好的，保证满意', 'added: promise'],
    ['好的亲，稍等', '好的亲，稍等，围巾一条随手带走', 'added: a clause of its own'],
    ['好的', '好的\u200b', 'hidden letters'],
    ['好的', '你好'.repeat(60), 'length'],
    ['好的', 'All right then', 'language'],
    ['好的', '네 알겠습니다', 'language'],
    ['好的', '   ', 'empty'],
    ['好的', '[[3]]', 'marks'],
    ['好的', '好的[[', 'marks'],
  ])('%s -> %s', (from, to, reason) => expect(refusalOf(from, to)).toContain(reason))
})

test('marks are filled, quotation marks around the whole are taken off', () => {
  const original = originalOf('满59元包邮', 'zh', { values: ['59元'] })
  expect(accept('“亲，满[[1]]包邮哦”', original)).toEqual({ text: '亲，满59元包邮哦' })
})

test('printed values stay letter by letter, and the guard has the last word', () => {
  const printed = [{ name: 'promo.text' as const, text: '双旦小活动' }]
  expect(refusalOf('现在有双旦小活动', '现在有双旦活动哦', 'zh', { printed })).toContain('lost: promo.text')
  expect(refusalOf('好的', '好的呢', 'zh', { brokenRule: () => 'rule: R01' })).toBe('rule: R01')
})

test('another language must say the same too', () => {
  const translated = (to: string) => refusalOf('满59元包邮，48小时内发货', to, 'zh', { target: 'en', limit: 400 })
  expect(translated('Free shipping over 59 yuan, dispatched within 48 hours.')).toBeUndefined()
  expect(translated('Free shipping over 49 yuan, dispatched within 48 hours.')).toContain('added: cny:49')
  expect(translated('Free shipping over 59 yuan, dispatched within 48 hours, and a free gift.')).toContain('added')
})
