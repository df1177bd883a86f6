import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cue, cuesOf } from '../../../src/intents/extract/cues.ts'
import { extract } from '../../../src/intents/extract.ts'
import { AT } from './read.ts'

const CUES = '../../../src/intents/extract/cues.ts'

/** `extract` of a copy of the code in which every message has every cue, so that each pattern runs on each message. */
async function extractWithAllCues(): Promise<typeof extract> {
  vi.resetModules()
  vi.doMock(CUES, async (actual) => ({ ...(await actual<object>()), cuesOf: () => 0xffff }))
  const copy = await import('../../../src/intents/extract.ts')
  vi.doUnmock(CUES)
  return copy.extract
}

const PIECES = (
  '微信号abc123|v信 ab_c12|wx:hello1|qq12345678|扣扣 1234567|m|XL|2xl码|s号|加大尺码|加大的|特大号|均码|大码|小号|프리 사이즈|one size|a large|in medium|' +
  '半价|对折|반값|half price|前天|大后天|明早|今晚|yesterday|the day after tomorrow|tonight|그저께|어제|오늘|내일|모레|글피|下周二|星期天|礼拜五|next monday|this weekend|수요일|' +
  '中山路88号|住幸福小区3栋|地址:人民路五号院|12 main street|5 oak rd|30 sunset blvd|테헤란로 12|역삼동 3|101동 202호|' +
  '收件人王小明|收货人:李雷|姓名张三|联系人赵四|名字叫钱五|name: john smith|recipient mary jones|ship to bob lee|받는 분 김철수|수령인 이영희|이름은 박민수|성함 최지우|' +
  '半斤|半打|半个月|白L黑XL|就黑吧|一黑一白|收件写刘桂枝|赵四收|10.20买的|' +
  '两件|〇|三百|twelve|half a dozen|다섯 개|여섯 벌|일곱 장|아홉 병|열 팩|한 개|두 벌|세 박스|네 병|3만원|nov 25|5 may|12|的| |，|你好|呢|' +
  "noon|정오|a pair of |need 2 |黑色|black|#48213|card ending 4417|**** 7731|카드 끝자리 4417|하나만|오천원|이만 오천원|스무 개|일주일|이틀|투엑스라지|엘 사이즈|4T|5-6y|3X|c/o John Smith|수취인 김철수|half off|by the 15th|12/20|paid 62|five two|5'4 130|240mm|245 신어요|sku 20418"
).split('|')

describe('cues', () => {
  test('hide nothing that a pattern would find', async () => {
    const thorough = await extractWithAllCues()
    for (const locale of ['zh', 'en', 'ko'] as const) {
      for (const piece of PIECES)
        expect(extract(piece, { locale, at: AT })).toEqual(thorough(piece, { locale, at: AT }))
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }), (pieces) => {
          const text = pieces.join('')
          expect(extract(text, { locale, at: AT })).toEqual(thorough(text, { locale, at: AT }))
        }),
        { numRuns: 500 },
      )
    }
  })
  test('a cue is in a text that has one of its characters, alone or in a range', () => {
    const some = cue('号c-e')
    for (const text of ['三号', 'xdx', 'c', 'e']) expect(cuesOf(text) & some).toBe(some)
    for (const text of ['', '码', 'bf', '-']) expect(cuesOf(text) & some).toBe(0)
  })
})
