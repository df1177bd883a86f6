import type { CheckedText, Hit } from '../checked-text.ts'
import type { Rule } from '../context.ts'
import { prints } from '../prints.ts'
import { type Quantity, quantitiesIn } from '../quantities.ts'
import { judge, knownValue, type Support } from '../support.ts'
import { wordRule } from './word-rule.ts'

/** R01: no absolute promises; the fix says the same less absolutely, or just says it. */
export const absolute = wordRule('R01', 'warn', 'absolute', {
  zh: '绝对化承诺，请换成"尽量、一般、争取"',
  en: 'absolute promise: say "usually", "should" or "we will try"',
  ko: '단정적인 약속입니다. "최대한", "보통"으로 바꿔 주세요',
})

/** R02: no promised effect on the body within days or at all. */
export const effect = wordRule('R02', 'block', 'effect', {
  zh: '承诺使用效果：效果因人而异，只说用法',
  en: 'promises an effect: results differ by person, describe the use',
  ko: '효과를 약속합니다. 사용법만 안내해 주세요',
})

/** R03: no delivery day without a softener, no guarantee against loss. A printed date is a fact of the calendar and stands. */
export const arrival: Rule = {
  id: 'R03',
  level: 'warn',
  says: {
    zh: '承诺到货时间：请加"一般、预计"',
    en: 'promises a delivery day: add "usually" or "expected"',
    ko: '도착일을 확정합니다. "보통", "예상"을 덧붙여 주세요',
  },
  find: (text, context) =>
    text.hits('arrival').flatMap((hit) => {
      if (prints(text, context, hit, 'shipping.', 'order.')) return []
      const clause = text.clause(hit.from, hit.to)
      const within = (other: Hit) => other.from >= clause.from && other.to <= clause.to
      if (text.hits('softener').some(within)) return []
      // "保证明天到": softening the absolute word settles both
      return text.hits('absolute').some(within) ? [{ start: hit.start, end: hit.end }] : [hit]
    }),
}

/** Days on the way and to dispatch, by the words that announce them (R04). */
const LONGER = [
  { slot: 'shipping.transit', word: /到|送达|收到|arrive|deliver|도착|배송/ },
  { slot: 'shipping.dispatch', word: /发货|发出|寄出|dispatch|ship|출고|발송/ },
] as const

/** R04: of a range, name the longer time. */
export const longerTime: Rule = {
  id: 'R04',
  level: 'warn',
  says: {
    zh: '说少不说多：请报较长的时间',
    en: 'name the longer time',
    ko: '더 긴 기간으로 안내해 주세요',
  },
  // which time is too short only the store's facts can tell
  suspects: (text) => timesIn(text).length > 0,
  find: (text, context) => {
    if (!context.facts) return []
    const times = timesIn(text)
    return times.flatMap((time, index) => {
      const span = text.at(time.from, time.to)
      // of "3-5天" only the upper end counts
      if (times[index + 1]?.from === time.from || prints(text, context, span, '')) return []
      const { text: clause } = text.clause(time.from, time.to)
      const topic = LONGER.find(({ word }) => word.test(clause))
      const fact = topic && context.facts?.get(topic.slot)
      if (!fact) return []
      const most = Math.max(...quantitiesIn(fact.text).map((quantity) => quantity.value))
      return time.value < most ? [{ ...span, fix: fact.text }] : []
    })
  },
}

function timesIn({ text }: CheckedText): Quantity[] {
  return quantitiesIn(text).filter((quantity) => quantity.kind === 'time')
}

/** R05: no same-day dispatch unless the calendar says today. */
export const sameDay: Rule = {
  id: 'R05',
  level: 'warn',
  says: {
    zh: '承诺当天发货：请说"尽快安排"',
    en: 'promises same-day dispatch: say "as soon as possible"',
    ko: '당일 출고를 약속합니다. "최대한 빨리"로 바꿔 주세요',
  },
  find: (text, context) =>
    text.hits('same_day').flatMap((hit) => {
      if (prints(text, context, hit, 'shipping.dispatch')) return []
      const date = context.facts?.get('shipping.dispatch_date')?.text
      const support: Support =
        date === undefined ? 'unknown' : /^(?:今天|today|오늘)/i.test(date) ? 'supported' : 'contradicted'
      // an order that is out already was not promised but done
      const sent = /dispatched|delivered/.test(String(knownValue(context, 'order.state') ?? ''))
      const outcome = judge(sent ? 'supported' : support, context)
      return outcome ? [{ ...hit, ...outcome }] : []
    }),
}
