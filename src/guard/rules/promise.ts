import type { CheckedText, Hit } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { prints } from '../prints.ts'
import { type Quantity, quantitiesIn } from '../quantities.ts'
import { judge, knownValue, type Support } from '../support.ts'
import { hiddenLearnedRule } from './word-rule.ts'

/** R01: no absolute promises; the fix says the same less absolutely, or just says it. */
export const absolute = hiddenLearnedRule('R01', 'warn', 'absolute', {
  zh: '绝对化承诺，请换成"尽量、一般、争取"',
  en: 'absolute promise: say "usually", "should" or "we will try"',
  ko: '단정적인 약속입니다. "최대한", "보통"으로 바꿔 주세요',
})

/** R02: no promised effect on the body within days or at all. */
export const effect = hiddenLearnedRule('R02', 'block', 'effect', {
  zh: '承诺使用效果：效果因人而异，只说用法',
  en: 'promises an effect: results differ by person, describe the use',
  ko: '효과를 약속합니다. 사용법만 안내해 주세요',
})

/** Words beside which "expected" would be a contradiction. */
const CERTAIN = /就这么定|没有?例外|没得商量|准能|准到|必[到发达]|从来没|赶得上|guarantee/

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
      return text.disguisedHits('absolute').some(within) || CERTAIN.test(text.text)
        ? [{ start: hit.start, end: hit.end }]
        : [hit]
    }),
}

/** Days on the way and to dispatch, by the words that announce them (R04). */
const LONGER = [
  { slot: 'shipping.transit', word: /到|送达|收到|arrive|deliver|도착|배송/ },
  { slot: 'shipping.dispatch', word: /发货|发出|寄出|dispatch|ship|출고|발송/ },
] as const

/** What the page says is the longer time. */
const BESIDE_THE_PAGE = /(?:别|不用|甭)(?:听|看|管|信)(?:页面|详情|说明)[^,。!?]{0,10}[天时周月]/g

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
    const beside = [...text.text.matchAll(BESIDE_THE_PAGE)].map(({ 0: said, index }) =>
      text.at(index, index + said.length),
    )
    if (!context.facts) return beside
    const times = timesIn(text)
    const shorter = times.flatMap((time, index) => {
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
    return [...beside, ...shorter]
  },
}

function timesIn({ text }: CheckedText): Quantity[] {
  return quantitiesIn(text).filter((quantity) => quantity.kind === 'time')
}

/** Letters between a softener and what it softens, where no comma helps. */
const NEAR = 2
/** "16点前付款当天发": whoever says by when promises a rule, not today. */
const CUTOFF = /(\d{1,2})(?:点|:?(\d{2}))(半)?(?:之前|以前|前)[^,。!?]{0,12}$/

/** How a same-day promise with its cutoff stands to the store's; undefined without one. */
function cutoffSupport(hit: Hit, text: CheckedText, context: GuardContext): Support | undefined {
  const said = CUTOFF.exec(text.text.slice(0, hit.from))
  if (!said) return undefined
  const cutoff = context.facts?.get('shipping.cutoff')?.text
  const minutes = said[3] ? '30' : (said[2] ?? '00')
  return cutoff === undefined || cutoff === `${said[1]!.padStart(2, '0')}:${minutes}` ? 'supported' : 'contradicted'
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
  // what is softened, or has its cutoff, only the store's facts can contradict
  suspects: (text) => text.hits('same_day').length > 0,
  find: (text, context) =>
    text.hits('same_day').flatMap((hit) => {
      if (prints(text, context, hit, 'shipping.dispatch')) return []
      const date = context.facts?.get('shipping.dispatch_date')?.text
      const support: Support =
        cutoffSupport(hit, text, context) ??
        (date !== undefined
          ? /^(?:今天|today|오늘)/i.test(date)
            ? 'supported'
            : 'contradicted'
          : // "usually today" promises nothing
            text.hits('softener').some(({ from, to }) => from < hit.to && hit.from - to <= NEAR)
            ? 'supported'
            : 'unknown')
      // an order that is out already was not promised but done
      const sent = /dispatched|delivered/.test(String(knownValue(context, 'order.state') ?? ''))
      const outcome = judge(sent ? 'supported' : support, context)
      const fix = CERTAIN.test(text.text) ? undefined : hit.fix
      return outcome ? [{ ...hit, fix, ...outcome }] : []
    }),
}
