import type { SlotName } from '../slots.ts'
import type { NumberToken } from './numbers.ts'
import { type Hit, RANK, type Reading, round } from './reading.ts'
import { kilograms } from './weight.ts'

/** "9 and a half" */
const HALF = /^ ?(?:and a half|½|반)/

/** What a bare number can mean when its slot was asked for: the plausible range as written, and the value it stands for. */
const ASKED: Partial<
  Record<
    SlotName,
    (value: number, reading: Reading, text: string) => Omit<Hit, 'slot' | 'start' | 'end' | 'rank'> | undefined
  >
> = {
  height: (value) =>
    value >= 50 && value <= 230 ? { value } : value > 1 && value < 2.3 ? { value: Math.round(value * 100) } : undefined,
  weight: (value, reading) =>
    value >= 3 && value <= 400
      ? { value: kilograms(value, reading.options.locale, isMetric(reading)), unit: 'kg' }
      : undefined,
  age: (value) => (value > 0 && value <= 110 ? { value, unit: 'year' } : undefined),
  foot_length: (value) =>
    value >= 8 && value <= 33 ? { value } : value >= 80 && value <= 330 ? { value: value / 10 } : undefined,
  chest: girth,
  waist: girth,
  hip: girth,
  size: (value) =>
    value >= 4 && (value <= 190 || (value <= 320 && value % 5 === 0)) ? { value: String(value) } : undefined,
  quantity: (value) => (value >= 1 && value <= 9999 && Number.isInteger(value) ? { value } : undefined),
  price: (value, reading) => (value > 0 && value < 1e7 ? { value, unit: currency(reading) } : undefined),
  budget: (value, reading) => (value > 0 && value < 1e7 ? { value, unit: currency(reading) } : undefined),
  mass: (value) => (value > 0 && value <= 100 ? { value, unit: 'kg' } : undefined),
  order_no: (_, __, text) => (/^\d{4,22}$/.test(text) ? { value: text } : undefined),
  tracking_no: (_, __, text) => (/^\d{4,22}$/.test(text) ? { value: text } : undefined),
  phone: (_, __, text) => (/^(?:\d{4}|\d{7,13})$/.test(text) ? { value: text } : undefined),
}

/** A girth without its unit: below 50 in inches. */
function girth(value: number): { value: number } | undefined {
  if (value >= 50 && value <= 170) return { value }
  return value >= 20 && value < 50 ? { value: round(value * 2.54) } : undefined
}

/** Who gives a height in cm gives no pounds. */
function isMetric({ hits, text }: Reading): boolean {
  return hits.some((hit) => hit.slot === 'height' && !/['’′f]/.test(text.slice(hit.start, hit.end)))
}

/** Bare numbers as answers to what was asked, in the order asked: after "height and weight?" the text "165 55" is both. */
export function readExpected(reading: Reading, taken: readonly Hit[]): Hit[] {
  const open = (reading.options.expects ?? []).filter(
    (slot) => slot in ASKED && !taken.some((hit) => hit.slot === slot),
  )
  if (open.length === 0) return []
  const out: Hit[] = []
  for (const number of reading.numbers) {
    if (number.kind === 'metres' || isTaken(number, taken) || hasUnit(reading.text, number)) continue
    for (const slot of open) {
      const read = ASKED[slot]!(number.value, reading, number.text)
      if (!read) continue
      const half = slot === 'size' ? HALF.exec(reading.text.slice(number.end, number.end + 12)) : null
      const answer = half ? { value: `${number.value}.5` } : read
      const end = number.end + (half?.[0].length ?? 0)
      out.push({ slot, start: number.start, end, rank: RANK.bare, ...answer })
      open.splice(open.indexOf(slot), 1)
      break
    }
  }
  return out
}

function isTaken(number: NumberToken, taken: readonly Hit[]): boolean {
  return taken.some((hit) => number.start < hit.end && hit.start < number.end)
}

/** "三个问题": numerals inside words answer nothing; 三百上下 does. */
function hasUnit(text: string, number: NumberToken): boolean {
  return (
    number.kind === 'words' &&
    number.end < text.length &&
    !/^(?:[\s,.。!吧的哦呢~]|左右|上下|出头|以内|以下|[几多来]$)/.test(text.slice(number.end))
  )
}

function currency({ options }: Reading): string {
  return options.locale === 'ko' ? 'KRW' : options.locale === 'en' ? 'USD' : 'CNY'
}
