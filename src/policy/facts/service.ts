import { type Line, say, sayAll } from '../localised.ts'
import { type ReturnTerms, returnTerms } from '../returns.ts'
import { STATUTORY_RETURN_DAYS } from '../store/service-policy.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { counted, fact, type Resolvers, state, words, yesNo } from './resolver.ts'

/** What holds for the goods at hand; without a product the store's general promise, its exceptions beside it. */
function terms(know: Knowledge): ReturnTerms {
  const days = know.settle(know.store.returns.noReasonDays) ?? STATUTORY_RETURN_DAYS
  return returnTerms({ days, exempt: know.store.returns.exempt }, know.card, undefined, know.now.day)
}

/** The calculator's line, and what the store says of its exceptions. */
function why(line: Line, know: Knowledge): string {
  const note = say(know.settle(know.store.returns.exemptNote), know.locale)
  return note === undefined ? line[know.locale] : `${line[know.locale]}${know.locale === 'zh' ? '，' : '; '}${note}`
}

function returnsState(know: Knowledge): Fact | undefined {
  const { state: verdict, why: line } = terms(know)
  return state('policy', verdict, why(line, know))
}

function returnsDays(know: Knowledge): Fact | undefined {
  const { state: verdict, days, why: line } = terms(know)
  return verdict === 'yes' ? fact('policy', counted(days, 'day', know.locale), days, why(line, know)) : undefined
}

function returnsCondition(know: Knowledge): Fact | undefined {
  const condition = know.settle(know.store.returns.condition)
  return words(know, condition?.[know.card?.category ?? 'other'] ?? condition?.other)
}

function refundDays(know: Knowledge): Fact | undefined {
  const days = know.settle(know.store.refund.days)
  if (!days) return undefined
  const count = days.min === days.max ? String(days.max) : `${days.min}-${days.max}`
  const text = {
    zh: `${count}个工作日`,
    en: `${count} working day${count === '1' ? '' : 's'}`,
    ko: `영업일 기준 ${count}일`,
  }
  return fact('policy', text[know.locale], days.max)
}

function days(know: Knowledge, count: number | undefined): Fact | undefined {
  return count === undefined ? undefined : fact('policy', counted(count, 'day', know.locale), count)
}

function list(know: Knowledge, items: Parameters<typeof sayAll>[0]): Fact | undefined {
  return fact('policy', sayAll(items, know.locale))
}

export const SERVICE: Resolvers = {
  'receipt.advice': (know) => words(know, know.settle(know.store.receipt.advice)),
  'receipt.extend_days': (know) => days(know, know.settle(know.store.receipt.extendDays)),
  'payment.methods': (know) => list(know, know.settle(know.store.payment.methods)),
  'payment.credit': (know) => list(know, know.settle(know.store.payment.credit)),
  'payment.window': (know) => days(know, know.settle(know.store.payment.windowDays)),
  'returns.days': returnsDays,
  'returns.condition': returnsCondition,
  'returns.address': (know) => words(know, know.settle(know.store.returns.address)),
  'returns.fee_payer': (know) => words(know, know.settle(know.store.returns.feePayer)),
  'returns.quality_fee': (know) => words(know, know.settle(know.store.returns.qualityFee)),
  'returns.state': returnsState,
  'refund.days': refundDays,
  'invoice.kinds': (know) => list(know, know.settle(know.store.invoice.kinds)),
  'invoice.when': (know) => words(know, know.settle(know.store.invoice.when)),
  'invoice.state': (know) => yesNo('policy', know.settle(know.store.invoice.offered)),
  'auth.text': (know) => words(know, know.settle(know.store.service.authentic)),
  'service.hours': (know) => {
    const hours = know.settle(know.store.service.hours)
    return hours && fact('policy', `${hours.from.replace(/^0/, '')}-${hours.to}`)
  },
  'service.aftersale': (know) => words(know, know.settle(know.store.service.aftersaleDesk)),
  'service.wholesale': (know) => words(know, know.settle(know.store.service.wholesaleNote)),
  'followup.minutes': (know) => {
    const minutes = know.settle(know.store.followup.minutes)
    return minutes === undefined ? undefined : fact('policy', counted(minutes, 'minute', know.locale), minutes)
  },
  'custom.state': (know) => yesNo('policy', know.settle(know.store.service.customMade)),
  'wholesale.state': (know) => yesNo('policy', know.settle(know.store.service.wholesale)),
  'visit.state': (know) => yesNo('policy', know.settle(know.store.service.visit)),
  'insurance.state': (know) => yesNo('policy', know.settle(know.store.shipping.insurance)),
}
