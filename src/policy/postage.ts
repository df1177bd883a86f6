import type { Line } from './localised.ts'
import { formatFen, toFen } from './money.ts'
import type { Tariff, Zone } from './store/shipping-policy.ts'

export interface PostageQuote {
  readonly fen: number
  readonly why: Line
}

/** Postage of a parcel of `kg` in one zone with one courier: the first kg, then every further started kg (playbook 7.1). */
export function quotePostage(tariff: Tariff, kg: number, currency: string): PostageQuote {
  const grams = Math.round(kg * 1000)
  const beyond = Math.max(0, grams - Math.round(tariff.firstKg * 1000))
  const further = Math.ceil(beyond / 1000)
  const fen = toFen(tariff.first) + further * toFen(tariff.next)
  const first = (locale: 'zh' | 'en' | 'ko') => formatFen(toFen(tariff.first), currency, locale)
  const next = (locale: 'zh' | 'en' | 'ko') => formatFen(toFen(tariff.next), currency, locale)
  return {
    fen,
    why: {
      zh: `约${kg}kg：首重${first('zh')}${further ? `，续重${further}×${next('zh')}` : ''}`,
      en: `about ${kg} kg: ${first('en')} first${further ? `, then ${further} × ${next('en')}` : ''}`,
      ko: `약 ${kg}kg: 기본 ${first('ko')}${further ? `, 추가 ${further}×${next('ko')}` : ''}`,
    },
  }
}

/** `no`: no order total makes it free here. `gapFen` is what is missing, 0 when nothing is. */
export interface FreeShipping {
  readonly state: 'yes' | 'gap' | 'no'
  readonly gapFen: number
}

/** Whether goods of `goodsFen` go free: the same for every buyer (P7). `eligible`: the threshold applies in the zone. */
export function freeShipping(thresholdFen: number | undefined, eligible: boolean, goodsFen: number): FreeShipping {
  if (thresholdFen === undefined || !eligible) return { state: 'no', gapFen: 0 }
  const gapFen = Math.max(0, thresholdFen - goodsFen)
  return { state: gapFen === 0 ? 'yes' : 'gap', gapFen }
}

const TAIL = /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|[省市])$/

/**
 * The zone of a region as a platform or shopper writes it: `江苏`, `江苏省苏州市`, `Korea`. Undefined when the store names no such
 * region; the longest name wins, so that 吉林 is not found in a street of another province.
 */
export function zoneOf(zones: readonly Zone[], region: string): Zone | undefined {
  const asked = region.trim().toLowerCase()
  const bare = asked.replace(TAIL, '')
  const exact = zones.find((zone) =>
    zone.regions.some((name) => name.toLowerCase() === bare || name.toLowerCase() === asked),
  )
  if (exact) return exact
  let best: { zone: Zone; length: number } | undefined
  for (const zone of zones)
    for (const name of zone.regions)
      if (name.length > (best?.length ?? 1) && asked.startsWith(name.toLowerCase()))
        best = { zone, length: name.length }
  return best?.zone
}
