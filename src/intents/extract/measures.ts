import { CENTIMETRE, measureLabel } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { numeral } from './numerals.ts'
import { add, before, matchAt, RANK, type Reading, round } from './reading.ts'

const CHI = /\s?尺\s?(?:(\d(?:\.\d)?|[一二三四五六七八九])(?!\d)寸?)?/y
const MILLIMETRE = /\s?(?:mm|毫米|미리)(?![a-z])/y
const INCH = /\s?(?:英?寸|in(?:ch(?:es)?)?(?![a-z])|"|인치)/y
/** Before and between the three numbers of 三围. */
const THREE = /三围(?:大概|大约|差不多|分别|尺寸|数据|是|为|:|,|\s)*$/
const GAP = /^(?:cm|厘米|公分)?[\s,、/.;-]{1,3}$/
/** A measure whose name follows: "34 inch waist", "38in bust". */
const BEHIND = /^[ -]?(?:cm|in(?:ch(?:es)?)?|"|'')?[ -]?(waist|hips?|bust|chest(?! (?:of|freezer)))(?![a-z])/
/** In Korean a bare "240mm" is the size of a shoe. */
const HANGUL = /[가-힣]/
/** What a body can measure, in cm. */
const RANGE = { foot_length: [8, 33], chest: [30, 170], waist: [30, 170], hip: [30, 170] } as const

/** Foot length, chest, waist and hip in cm, by their label; a bare "245mm" is a foot. */
export function readMeasures(reading: Reading): void {
  const { text } = reading
  if (reading.text.includes('三围')) readThree(reading)
  const asked = reading.options.expects?.find((slot) => slot in RANGE && !reading.hits.some((hit) => hit.slot === slot))
  for (const number of reading.numbers) {
    if (number.kind === 'metres') continue
    const label = measureLabel(reading.text, number.start)
    if (label !== undefined && label in RANGE) readOne(reading, number, label as keyof typeof RANGE)
    else if (asked !== undefined && hasLengthUnit(reading.text, number.end))
      readOne(reading, number, asked as keyof typeof RANGE)
    else if (number.value >= 20 && number.value <= 170 && BEHIND.test(text.slice(number.end, number.end + 24)))
      readOne(reading, number, behind(text, number.end))
    else if (/[左右]脚?$/.test(before(reading.text, number.start)) && reading.text.includes('脚'))
      readOne(reading, number, 'foot_length')
    else if (matchAt(CHI, reading.text, number.end) && number.value < 4 && /腰|裤/.test(reading.text))
      readOne(reading, number, 'waist')
    else if (number.value >= 200 && number.value <= 320 && !HANGUL.test(text)) {
      const mm = matchAt(MILLIMETRE, reading.text, number.end)
      if (mm) add(reading, 'foot_length', number.start, number.end + mm[0].length, number.value / 10, RANK.unit)
    }
  }
}

/** "三围 86 66 90": chest, waist and hip in this order. */
function readThree(reading: Reading): void {
  const { text, numbers } = reading
  for (let i = 0; i + 2 < numbers.length; i += 1) {
    const [chest, waist, hip] = numbers.slice(i, i + 3) as [NumberToken, NumberToken, NumberToken]
    if (!THREE.test(before(text, chest.start))) continue
    if (!GAP.test(text.slice(chest.end, waist.start)) || !GAP.test(text.slice(waist.end, hip.start))) continue
    readOne(reading, chest, 'chest')
    readOne(reading, waist, 'waist')
    readOne(reading, hip, 'hip')
  }
}

function behind(text: string, end: number): keyof typeof RANGE {
  const name = BEHIND.exec(text.slice(end, end + 24))![1]!
  return name === 'waist' ? 'waist' : name.startsWith('hip') ? 'hip' : 'chest'
}

function hasLengthUnit(text: string, end: number): boolean {
  return [CHI, CENTIMETRE, MILLIMETRE].some((unit) => matchAt(unit, text, end) !== null)
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
  if (cm) {
    const after = end + cm[0].length
    return text[after] === '半' ? { cm: value + 0.5, end: after + 1 } : { cm: value, end: after }
  }
  const mm = matchAt(MILLIMETRE, text, end)
  if (mm) return { cm: value / 10, end: end + mm[0].length }
  const inch = matchAt(INCH, text, end)
  if (inch) return { cm: value * 2.54, end: end + inch[0].length }
  if (slot === 'foot_length') return { cm: value >= 100 ? value / 10 : value, end }
  return { cm: value < 5 ? (value * 100) / 3 : value < 50 ? value * 2.54 : value, end }
}
