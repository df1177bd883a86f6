import type { CheckedText, Hit } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { unlisted } from '../learned/index.ts'
import { prints } from '../prints.ts'
import { stockLeft } from '../stock-left.ts'
import { judged, knownValue, type Support } from '../support.ts'

/** R13: scarcity only if stock data says so. */
export const scarcity: Rule = {
  id: 'R13',
  level: 'warn',
  says: {
    zh: '库存紧张的说法没有库存数据支持',
    en: 'scarcity without stock data',
    ko: '재고 자료가 없는 품절 임박 표현입니다',
  },
  find: (text, context) =>
    judged(withUnlisted('R13', text, text.hits('scarcity')), context, (hit) => stockSupport(hit, text, context)),
}

/** What a list found, and sentences that read alike. */
function withUnlisted(rule: string, text: CheckedText, hits: readonly Hit[]): readonly Hit[] {
  const more = unlisted(rule, 'warn', text, hits)
  return more.length === 0 ? hits : [...hits, ...more]
}

/** More than that nobody calls the last pieces. */
const FEW = 20

function stockSupport(hit: Hit, text: CheckedText, context: GuardContext): Support {
  const clause = text.clause(hit.from, hit.to)
  if (prints(text, context, clause, 'stock.left')) return 'supported'
  const said = figureIn(text.text.slice(hit.from, hit.to))
  const left = stockLeft(text, context)
  if (said !== undefined && typeof left === 'number') return left <= said && left > 0 ? 'supported' : 'contradicted'
  const state = knownValue(context, 'stock.state')
  if (state === 'low') return said === undefined ? 'supported' : 'unknown'
  if (state === 'in' || state === 'out') return 'contradicted'
  return left !== undefined && left > FEW ? 'contradicted' : 'unknown'
}

/** 3件, 两台: the figure a phrase names, if it names one. */
function figureIn(phrase: string): number | undefined {
  const digits = /\d+/.exec(phrase)?.[0]
  if (digits !== undefined) return Number(digits)
  const han = /[一二两三四五六七八九](?=[件个双套单份包盒条箱瓶罐台本把颗支组桶袋卷张床辆部])/.exec(phrase)?.[0]
  return han === undefined ? undefined : '一二三四五六七八九'.indexOf(han.replace('两', '二')) + 1
}

/** R14 (and R123, "only today"): a deadline only if the promotion calendar says so. */
export const deadline: Rule = {
  id: 'R14',
  level: 'warn',
  says: {
    zh: '截止时间没有活动日历支持',
    en: 'deadline without a promotion record',
    ko: '행사 일정에 없는 마감 표현입니다',
  },
  find: (text, context) =>
    judged(withUnlisted('R14', text, text.hits('deadline')), context, (hit) => calendarSupport(hit, text, context)),
}

const TODAY = /今[天日晚]|最后一天|today|tonight|오늘/

export function calendarSupport(hit: Hit, text: CheckedText, context: GuardContext): Support {
  const clause = text.clause(hit.from, hit.to)
  if (prints(text, context, clause, 'promo.', 'gift.', 'coupon.')) return 'supported'
  const ends = (['promo.until', 'gift.until'] as const).flatMap((slot) => context.facts?.get(slot) ?? [])
  if (ends.some((end) => clause.text.includes(end.text.toLowerCase()))) return 'supported'
  if (ends.length === 0) {
    if (context.keeps?.offers === false) return 'unkept'
    const states = [knownValue(context, 'promo.state'), knownValue(context, 'gift.state')]
    return states.includes('off') && !states.includes('on') ? 'contradicted' : 'unknown'
  }
  if (context.today === undefined || !TODAY.test(clause.text)) return 'unknown'
  const days = ends.flatMap((end) => /^\d{4}-\d{2}-\d{2}/.exec(String(end.value))?.[0] ?? [])
  if (days.includes(context.today)) return 'supported'
  return days.length === ends.length ? 'contradicted' : 'unknown'
}
