import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promisesIn } from '../../src/guard/index.ts'
import { statementsIn } from '../../src/guard/statements/read.ts'
import { normalise } from '../../src/intents/index.ts'

/** The statements of a line as `topic value`, times in minutes. */
function stated(line: string): string[] {
  return statementsIn(normalise(line).text).map(({ topic, says }) => {
    if (typeof says === 'boolean') return `${topic} ${says ? 'yes' : 'no'}`
    return 'low' in says ? `${topic} ${says.low}-${says.high}` : `${topic} ${[...says].join('/')}`
  })
}

describe('what a line states', () => {
  test.each([
    ['48小时内发货哦，发货后3-5天到', ['dispatch 0-2880', 'arrival 4320-7200']],
    ['今天发出，明后天能到', ['dispatch 0-1440', 'arrival 1440-4320']],
    ['三四天能到的', ['arrival 4320-5760']],
    ['半小时后能发出', ['dispatch 30-30']],
    ['大概3天到', ['arrival 2880-5760']],
    ['邮费12', ['postage 12-12']],
    ['今天发不了了', ['dispatch 1441-Infinity']],
    ['质保一年，7天无理由退换', ['warranty 518400-518400', 'returns 10080-10080']],
    ['邮费是8.5元', ['postage 8.5-8.5']],
    ['运费由我们承担', ['return_postage us']],
    ['退货邮费要您自己掏的', ['return_postage you']],
    ['这趟运费不用您出', ['return_postage us']],
    ['超出的8元我们转给您', ['return_postage us']],
    ['安装费要另外付的', ['fee you']],
    ['师傅周三上门', ['visit 2']],
    ['周三师傅来不了', ['visit no']],
    ['我没答应过送您杯子', ['word no']],
    ['快递我们拦不了', ['deed no']],
    ['这就给您拦下来', ['deed yes']],
    ['默认发韵达', ['courier 韵达']],
    ['穿L码会有点大，建议M码', ['size M']],
    ['XL有现货', ['stock yes']],
    ['배송비는 3,000원입니다', ['postage 3000-3000']],
    ['Delivery takes 3 to 5 days', ['arrival 4320-7200']],
  ])('%s', (line, expected) => {
    expect(stated(line)).toEqual(expected)
  })

  test.each([
    '3天没收到您再联系我们',
    '如果3天没到您喊我',
    '您48小时内发货吗',
    '四点前付款今天发',
    '不能保证今天发哦',
    '这两天活动力度大',
    '满88元包邮',
    '包邮标准我核一下',
    '派送员会联系您',
    '有货通知您',
    '运费您先垫一下',
    '您没说过要红色的',
    '师傅周三能来吗',
    '免不了有点味道',
    '这个免费的',
    '大号的勺子好用',
    '为您服务24小时',
    'Let me know within 3 days if it is wrong',
    '주문번호 알려 주세요',
  ])('nothing in: %s', (line) => {
    expect(stated(line)).toEqual([])
  })

  test('law: any text is read without error, with spans inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { from, to } of statementsIn(text)) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

describe('promises as open duties', () => {
  test.each([
    ['zh', '半小时内给您回复', 'reply', '半小时', 30],
    ['zh', '明天给您补发一双', 'resend', '明天', 2880],
    ['zh', '稍后回电给您', 'reply', undefined, undefined],
    ['zh', '亲，您拍下我给您包邮', 'free_postage', undefined, undefined],
    ['zh', '24小时内给您退款', 'refund', '24小时', 1440],
    ['en', "I'll get back to you within 2 hours", 'reply', 'within 2 hours', 120],
    ['en', "We'll send you a replacement tomorrow", 'resend', 'tomorrow', 2880],
    ['ko', '내일 연락드릴게요', 'reply', '내일', 2880],
    ['ko', '재발송해 드리겠습니다', 'resend', undefined, undefined],
  ] as const)('%s: %s', (locale, text, what, when, withinMinutes) => {
    const [promise] = promisesIn(text, locale)
    expect(promise).toMatchObject({ what, ...(when ? { when: { text: when, withinMinutes } } : {}) })
    expect(promise?.when === undefined).toBe(when === undefined)
  })

  test.each([
    ['zh', '要给您补发吗'],
    ['zh', '补发不了哦'],
    ['zh', '我帮您问下'],
    ['zh', '快递会联系您'],
    ['zh', '已经给您补发了'],
    ['en', 'We cannot refund it'],
    ['ko', '환불은 어렵습니다'],
  ] as const)('%s: none in %s', (locale, text) => {
    expect(promisesIn(text, locale)).toEqual([])
  })

  test('the span is that of the original', () => {
    const text = '  亲 ，明天  给您补发 一双哦'
    const [promise] = promisesIn(text, 'zh')
    expect(text.slice(promise!.start, promise!.end)).toBe('明天  给您补发')
  })
})
