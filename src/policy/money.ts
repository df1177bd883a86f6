import type { Locale, Money } from '../protocol/index.ts'

/** Money inside is an integer number of hundredths ("fen") of the store's currency; at the edges it is a decimal. */
export function toFen(amount: number | string): number {
  return Math.round(Number(amount) * 100)
}

/** Reads an amount of a live fact, or undefined when it is no finite number. */
export function readFen(amount: number | string | Money | undefined): number | undefined {
  const plain = typeof amount === 'object' ? amount.amount : amount
  const fen = plain === undefined ? Number.NaN : toFen(plain)
  return Number.isFinite(fen) ? fen : undefined
}

const SUFFIX: Record<string, { readonly zh: string; readonly ko: string; readonly sign: string }> = {
  CNY: { zh: '元', ko: '위안', sign: '¥' },
  KRW: { zh: '韩元', ko: '원', sign: '₩' },
  USD: { zh: '美元', ko: '달러', sign: '$' },
  HKD: { zh: '港币', ko: '홍콩달러', sign: 'HK$' },
}

/** `30元`, `9.9元`, `¥30`, `30위안`: no trailing zeros, as agents write prices. */
export function formatFen(fen: number, currency: string, locale: Locale): string {
  const number = String(fen / 100)
  const words = SUFFIX[currency]
  if (!words) return `${number} ${currency}`
  return locale === 'en' ? `${words.sign}${number}` : `${number}${words[locale]}`
}
