import type { KpiFigures, Locale } from '../../protocol/index.ts'
import { tagOf } from '../language.ts'

const SECOND_MS = 1_000
const SHARES =
  /Rate$|^(?:coverage|acceptance|fidelity|satisfaction|conversion\w*|unpaidRecovered|silentOrderShare)$|Score$/

export type Unit = 'share' | 'time' | 'money' | 'count'

export function unitOf(name: keyof KpiFigures): Unit {
  if (name.endsWith('Ms')) return 'time'
  if (SHARES.test(name)) return 'share'
  return name === 'sales' || name === 'averageOrderValue' ? 'money' : 'count'
}

/** The number behind a figure, for a plot: percent, seconds, money or a count; undefined where nothing was measured. */
export function numberOf(name: keyof KpiFigures, figures: KpiFigures): number | undefined {
  const value = figures[name]
  if (value === undefined) return undefined
  if (typeof value === 'object') return Number(value.amount)
  const unit = unitOf(name)
  return unit === 'share' ? value * 100 : unit === 'time' ? value / SECOND_MS : value
}

/** As people write it; a figure that has nothing to measure is a dash. */
export function showFigure(name: keyof KpiFigures, figures: KpiFigures, language: Locale): string {
  const value = figures[name]
  if (value === undefined) return '–'
  const tag = tagOf(language)
  if (typeof value === 'object')
    return new Intl.NumberFormat(tag, { style: 'currency', currency: value.currency }).format(Number(value.amount))
  const unit = unitOf(name)
  if (unit === 'share') return showShare(value, language)
  if (unit === 'time') return showTime(value, language)
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value)
}

export const showShare = (share: number, language: Locale): string =>
  new Intl.NumberFormat(tagOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(share)

export const showTime = (ms: number, language: Locale): string =>
  new Intl.NumberFormat(tagOf(language), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: 1,
  }).format(ms / SECOND_MS)
