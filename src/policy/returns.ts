import type { Category } from './card.ts'
import { addDays } from './local-time.ts'
import type { Line } from './localised.ts'
import { STATUTORY_RETURN_DAYS } from './store/service-policy.ts'

/** What is returned: `noReasonReturn: false` on a card exempts it. */
export interface Returned {
  readonly category: Category
  readonly noReasonReturn?: boolean | undefined
}

/** The store's promise here and now. */
export interface ReturnsRule {
  readonly days: number
  readonly exempt: readonly Category[]
}

/** `late`: the days are over. `until` is the last local day, known when the day of receipt is. */
export interface ReturnTerms {
  readonly state: 'yes' | 'no' | 'late'
  readonly days: number
  readonly until?: string
  readonly why: Line
}

/**
 * Whether goods may go back without a reason, and until when: the day after receipt is the first day, and no rule of a store goes below the law (X5).
 * Faults have nothing to do with it; they are settled whatever this says. Days are the store's local days.
 */
export function returnTerms(
  rule: ReturnsRule,
  goods: Returned | undefined,
  receivedDay: string | undefined,
  today: string,
): ReturnTerms {
  const days = Math.max(STATUTORY_RETURN_DAYS, rule.days)
  const covered = goods?.noReasonReturn ?? !(goods && rule.exempt.includes(goods.category))
  if (!covered)
    return {
      state: 'no',
      days,
      why: {
        zh: '依法不适用无理由退货',
        en: 'exempt by law from no-reason returns',
        ko: '법정 단순변심 반품 제외 상품',
      },
    }
  const why = {
    zh: `签收次日起${days}天`,
    en: `${days} days from the day after receipt`,
    ko: `수령 다음 날부터 ${days}일`,
  }
  if (receivedDay === undefined) return { state: 'yes', days, why }
  const until = addDays(receivedDay, days)
  return { state: today > until ? 'late' : 'yes', days, until, why }
}
