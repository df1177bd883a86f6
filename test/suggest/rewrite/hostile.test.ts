import { expect, test } from 'vitest'
import type { Locale } from '../../../src/protocol/index.ts'
import { drawFrom, MUTATIONS } from './hostile-rewrites.ts'
import { PAIRS, refusalOf } from './pairs.ts'

const COUNT = 10_000

test(`of ${COUNT} generated hostile rewrites none is accepted`, () => {
  const draw = drawFrom(20261122)
  const names = Object.keys(MUTATIONS)
  const tried = new Map<string, number>()
  const accepted: string[] = []
  for (let made = 0; made < COUNT; ) {
    const { from, to, locale } = PAIRS[draw(PAIRS.length)]!
    const name = names[draw(names.length)]!
    // without the softener of the suggestion; one that the rewrite brought in may go again
    const honest = name === 'softener' || draw(2) === 0 ? from : to
    let hostile = MUTATIONS[name]!(honest, draw, locale)
    // one in four is changed twice
    if (hostile !== undefined && draw(4) === 0) hostile = MUTATIONS.added!(hostile, draw, locale) ?? hostile
    if (hostile === undefined || hostile === honest) continue
    made += 1
    tried.set(name, (tried.get(name) ?? 0) + 1)
    if (refusalOf(from, hostile, locale) === undefined) accepted.push(`${name}: ${from} -> ${hostile}`)
  }
  expect([...new Set(accepted)]).toEqual([])
  // every way to change a text was tried, and often
  expect([...tried.keys()].sort()).toEqual([...names].sort())
  expect(Math.min(...tried.values())).toBeGreaterThan(50)
})

/** Written by hand, after the lock and without its tables in mind. */
const BY_HAND: readonly (readonly [Locale, string, string])[] = [
  ['zh', '亲，这款是硅胶的，可以蒸煮消毒', '亲，这款是硅胶的，可以明火加热'],
  ['zh', '您的包裹已经到驿站了，凭取件码领取', '您的包裹快到驿站了，凭取件码领取'],
  ['zh', '这个价格已经是活动价了', '这个价格还能给您申请低一点'],
  ['zh', '亲，差评我们看到了，能说说哪里不满意吗', '亲，差评我们看到了，您删了给您退十块'],
  ['zh', '亲，颜色按您拍的发，不能随机换', '亲，颜色我们随机发，不能换'],
  ['zh', '袜子一包5双，颜色随机', '袜子一双5包，颜色随机'],
  ['zh', '亲，我帮您备注送货前打电话', '亲，我帮您备注送货后打电话'],
  ['zh', '暂时没有优惠券', '暂时有优惠券'],
  ['zh', '面料不掉毛', '面料掉毛'],
  ['zh', '您先别拆，拍个外包装的照片', '您先拆开，拍个外包装的照片'],
  ['zh', '保温6小时以上，不能装碳酸饮料', '保温6小时以下，不能装碳酸饮料'],
  ['zh', '拍两件自动减10元', '拍一件自动减10元'],
  ['zh', '售后到晚上9点，明早回复您', '售后到早上9点，明早回复您'],
  ['zh', '亲，您拍的尺码偏小，建议换L', '亲，您拍的尺码偏小，建议退L'],
  ['zh', '这款不送电池', '这款送电池'],
  ['zh', '快递丢件我们会赔', '快递丢件我们不管'],
  ['zh', '快递丢件我们会赔', '快递丢件快递会赔'],
  ['zh', '亲，今天晚上12点活动结束', '亲，今天晚上12点活动开始'],
  ['zh', '好的，稍等', '好的，稍等，我给您申请个小惊喜'],
  ['zh', '亲，这款有黑色', '亲，这款有黑色和咖色'],
  ['zh', '建议您穿M码', '建议您穿M码，您太瘦了'],
  ['zh', '满59元包邮', '满59元包邮，不满也包'],
  ['zh', '48小时内发货', '48小时内发货，晚了赔您'],
  ['zh', '48小时内发货', '48小时内发货，加点钱可以插队'],
  ['zh', '退款3天到账', '退款3天到账，我这边先垫给您'],
  ['zh', '这款是M码', '这款是均码'],
  ['zh', '满五十九包邮', '满四十九包邮'],
  ['zh', '可以开发票', '可以开发票，多开也行'],
  ['en', 'Returns are free within 30 days.', 'Returns are free within thirty weeks.'],
  ['en', 'We only ship on weekdays.', 'We also ship on weekends.'],
  ['en', 'The lamp needs two AA batteries, not included.', 'The lamp needs two AA batteries, included.'],
  ['en', 'I will note your request.', 'I have noted your request.'],
  ['en', 'It costs $20.', 'It costs $20, or $15 for you.'],
  ['en', 'We can refund you.', 'We can refund you double.'],
  ['en', 'Your order ships from Ningbo.', 'Your order ships from Paris.'],
  ['ko', '교환은 왕복 배송비가 있어요', '교환은 배송비가 없어요'],
  ['ko', '오늘 오후 3시 이전 주문은 당일 출고돼요', '오늘 오후 3시 이후 주문은 당일 출고돼요'],
  ['ko', '3일 걸려요', '사흘이나 나흘 걸려요'],
]

test.each(BY_HAND)('%s: %s -> %s is refused', (locale, from, to) => {
  expect(refusalOf(from, to, locale)).toBeDefined()
})
