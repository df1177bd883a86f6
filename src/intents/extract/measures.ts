import { CENTIMETRE, measureLabel } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { numeral } from './numerals.ts'
import { add, matchAt, RANK, type Reading, round } from './reading.ts'

const CHI = /\s?尺\s?(?:(\d(?:\.\d)?|[一二三四五六七八九])(?!\d)寸?)?/y
const MILLIMETRE = /\s?(?:mm|毫米|미리)(?![a-z])/y
const INCH = /\s?(?:英?寸|in(?:ch(?:es)?)?(?![a-z])|"|인치)/y
/** What a body can measure, in cm. */
const RANGE = { foot_length: [8, 33], chest: [30, 170], waist: [30, 170], hip: [30, 170] } as const

/** Foot length, chest, waist and hip in cm, by their label; a bare "245mm" is a foot. */
export function readMeasures(reading: Reading): void {
  for (const number of reading.numbers) {
    if (number.kind === 'metres') continue
    const label = measureLabel(reading.text, number.start)
    if (label !== undefined && label in RANGE) readOne(reading, number, label as keyof typeof RANGE)
    else if (number.value >= 200 && number.value <= 320) {
      const mm = matchAt(MILLIMETRE, reading.text, number.end)
      if (mm) add(reading, 'foot_length', number.start, number.end + mm[0].length, number.value / 10, RANK.unit)
    }
  }
}

function readOne(reading: Reading, number: NumberToken, slot: keyof typeof RANGE): void {
  const { text } = reading
  const read = inCentimetres(text, number, slot)
  const [low, high] = RANGE[slot]
  if (read.cm >= low && read.cm <= high) add(reading, slot, number.start, read.end, round(read.cm), RANK.labelled)
}

/** The number with the unit behind it; without one a waist below 5 is in 尺, below 50 in inches, and a foot above 100 in mm. */
function inCentimetres(text: string, { value, end }: NumberToken, slot: string): { cm: number; end: number } {
  const chi = matchAt(CHI, text, end)
  if (chi) {
    const cun = chi[1] === undefined ? 0 : numeral(chi[1])
    return { cm: ((value + cun / 10) * 100) / 3, end: end + chi[0].trimEnd().length }
  }
  const cm = matchAt(CENTIMETRE, text, end)
  if (cm) return { cm: value, end: end + cm[0].length }
  const mm = matchAt(MILLIMETRE, text, end)
  if (mm) return { cm: value / 10, end: end + mm[0].length }
  const inch = matchAt(INCH, text, end)
  if (inch) return { cm: value * 2.54, end: end + inch[0].length }
  if (slot === 'foot_length') return { cm: value >= 100 ? value / 10 : value, end }
  return { cm: value < 5 ? (value * 100) / 3 : value < 50 ? value * 2.54 : value, end }
}
