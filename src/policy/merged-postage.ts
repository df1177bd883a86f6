import type { Line } from './localised.ts'
import { formatFen } from './money.ts'
import { quotePostage } from './postage.ts'
import type { Tariff } from './store/shipping-policy.ts'

export interface MergedPostage {
  /** Postage of everything in one parcel … */
  readonly togetherFen: number
  /** … of the parcels one by one … */
  readonly apartFen: number
  /** … and what the others add to the first, which is paid already. */
  readonly extraFen: number
  readonly why: Line
}

/**
 * Postage of several orders in one parcel: by the weight of all (C77). `kgs` are the orders' weights, the paid one first. Never more than
 * the parcels one by one: where a tariff would make it so, they are not merged.
 */
export function mergedPostage(tariff: Tariff, kgs: readonly number[], currency: string): MergedPostage {
  const kg = Math.round(kgs.reduce((sum, one) => sum + one, 0) * 1000) / 1000
  const each = kgs.map((one) => quotePostage(tariff, one, currency).fen)
  const apartFen = each.reduce((sum, fen) => sum + fen, 0)
  const togetherFen = Math.min(apartFen, quotePostage(tariff, kg, currency).fen)
  const together = (locale: 'zh' | 'en' | 'ko') => formatFen(togetherFen, currency, locale)
  const apart = (locale: 'zh' | 'en' | 'ko') => formatFen(apartFen, currency, locale)
  return {
    togetherFen,
    apartFen,
    extraFen: Math.max(0, togetherFen - (each[0] ?? 0)),
    why: {
      zh: `合并共约${kg}kg：${together('zh')}，分开寄要${apart('zh')}`,
      en: `about ${kg} kg together: ${together('en')}, apart ${apart('en')}`,
      ko: `합배송 약 ${kg}kg: ${together('ko')}, 따로 보내면 ${apart('ko')}`,
    },
  }
}
