import type { SlotName } from '../slots.ts'
import type { NumberToken } from './numbers.ts'
import { type Hit, RANK, type Reading } from './reading.ts'
import { kilograms } from './weight.ts'

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
    value >= 3 && value <= 300 ? { value: kilograms(value, reading.options.locale), unit: 'kg' } : undefined,
  age: (value) => (value > 0 && value <= 110 ? { value, unit: 'year' } : undefined),
  foot_length: (value) =>
    value >= 8 && value <= 33 ? { value } : value >= 80 && value <= 330 ? { value: value / 10 } : undefined,
  chest: (value) => (value >= 50 && value <= 170 ? { value } : undefined),
  waist: (value) => (value >= 40 && value <= 170 ? { value } : undefined),
  hip: (value) => (value >= 50 && value <= 170 ? { value } : undefined),
  size: (value) => (value >= 4 && value <= 190 ? { value: String(value) } : undefined),
  quantity: (value) => (value >= 1 && value <= 9999 && Number.isInteger(value) ? { value } : undefined),
  price: (value, reading) => (value > 0 && value < 1e7 ? { value, unit: currency(reading) } : undefined),
  budget: (value, reading) => (value > 0 && value < 1e7 ? { value, unit: currency(reading) } : undefined),
  mass: (value) => (value > 0 && value <= 100 ? { value, unit: 'kg' } : undefined),
  order_no: (_, __, text) => (/^\d{4,22}$/.test(text) ? { value: text } : undefined),
  tracking_no: (_, __, text) => (/^\d{4,22}$/.test(text) ? { value: text } : undefined),
  phone: (_, __, text) => (/^\d{7,13}$/.test(text) ? { value: text } : undefined),
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
      out.push({ slot, start: number.start, end: number.end, rank: RANK.bare, ...read })
      open.splice(open.indexOf(slot), 1)
      break
    }
  }
  return out
}

function isTaken(number: NumberToken, taken: readonly Hit[]): boolean {
  return taken.some((hit) => number.start < hit.end && hit.start < number.end)
}

/** "三个问题": numerals inside words answer nothing. */
function hasUnit(text: string, number: NumberToken): boolean {
  return (
    number.kind === 'words' &&
    number.end < text.length &&
    !/^[\s,.。!吧的哦呢~]/.test(text.slice(number.end, number.end + 1))
  )
}

function currency({ options }: Reading): string {
  return options.locale === 'ko' ? 'KRW' : options.locale === 'en' ? 'USD' : 'CNY'
}
