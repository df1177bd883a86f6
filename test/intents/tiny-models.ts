import { type Model, train, type Utterance } from '../../src/intents/index.ts'
import type { Locale } from '../../src/protocol/index.ts'

/** Stems per topic; every ending makes one utterance of each, so that a handful of lines is enough to learn from. */
const STEMS: Readonly<Record<Locale, Readonly<Record<string, readonly string[]>>>> = {
  zh: {
    'size_fit.recommend': ['穿什么码', '穿多大码合适', '选哪个尺码', '我穿几码', '尺码怎么选'],
    'size_fit.bias': ['尺码偏大还是偏小', '码数标准', '会不会偏小一码', '偏大'],
    'shipping_fee.fee': ['邮费多少钱', '运费怎么算', '要不要邮费', '快递费多少'],
    'price_haggle.probe': ['能便宜点', '可以优惠点', '便宜一点', '再少点'],
    'stock_availability.check': ['有货', '还有现货', '有没有货', '现在有货'],
    'logistics_tracking.track': ['快递到哪了', '物流不动了', '查一下物流', '包裹到哪里了'],
    'greeting.hello': ['你好', '在', '您好', '在不在'],
    'thanks_bye.thanks': ['谢谢', '多谢', '谢谢亲', '太感谢了'],
    'acknowledgement.ok': ['好的', '嗯嗯', '知道了', '行'],
    'other.bare_data': ['165 110', '170 65', '160 100', '12345678'],
  },
  en: {
    'size_fit.recommend': ['which size should i take', 'what size do i need', 'what size for me'],
    'shipping_fee.fee': ['how much is shipping', 'what does postage cost', 'how much is the delivery fee'],
    'greeting.hello': ['hello', 'hi there', 'good morning'],
    'thanks_bye.thanks': ['thanks', 'thank you', 'many thanks'],
  },
  ko: {
    'size_fit.recommend': ['사이즈 추천해 주세요', '어떤 사이즈가 맞을까요', '몇 사이즈 입어요'],
    'shipping_fee.fee': ['배송비 얼마예요', '배송비 있나요', '택배비 얼마'],
    'greeting.hello': ['안녕하세요', '계세요', '안녕'],
    'thanks_bye.thanks': ['감사합니다', '고마워요', '감사해요'],
  },
}
const ENDINGS: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['', '呀', '吗', '呢', '？', '啊亲', '，急'],
  en: ['', '?', ' please', ' now', ' today'],
  ko: ['', '?', '요', '~', ' 지금'],
}

export function tinyCorpus(locale: Locale): Utterance[] {
  return Object.entries(STEMS[locale]).flatMap(([topic, stems]) =>
    stems.flatMap((stem) => ENDINGS[locale].map((ending) => ({ text: stem + ending, topics: [topic] }))),
  )
}

/** Too few messages to hold some back for a calibration: shares stand for confidences. */
export const tinyModel = (locale: Locale, more: readonly Utterance[] = []): Model =>
  train([...tinyCorpus(locale), ...more], { locale, heldOut: 0 })

/** Models that know a few topics well: enough to see what the fold makes of a reading. */
export const TINY_MODELS: Readonly<Record<Locale, Model>> = {
  zh: tinyModel('zh'),
  en: tinyModel('en'),
  ko: tinyModel('ko'),
}
