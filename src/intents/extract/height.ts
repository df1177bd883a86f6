import { BABY, CENTIMETRE, measureLabel, WEIGHT_UNIT } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { add, before, matchAt, RANK, type Reading, round } from './reading.ts'
import { kilograms } from './weight.ts'

const GOODS = /^多?\s?(?:的\s?)?(?:床|被|宽|长|线|布|桌|绳|x|\*|乘|深|厚|高的)/
const METRE = /\s?(?:米|m)(?![a-z])/y
const FEET = /\s?(?:'|’|′|ft\.?|feet|foot)\s?(?:(\d{1,2}(?:\.5)?)(?!\d)\s?(?:''|"|”|″|′′|in(?:ch(?:es)?)?(?![a-z]))?)?/y
const PAIR_GAP = /^(?:\s?(?:cm|厘米|公分))?[\s,、/;.+-]{0,3}$/
/** "165에 55kg", "165 and 55kg": words that join a height to a weight when the weight has its unit. */
const JOINED = /^(?:\s?cm)?(?:에|이고|\s?and)\s?$/
/** A pair of numbers with the unit of something else behind it is not a body. */
const GOODS_UNIT = /^\s?(?:\d|[元块包件盒袋份片抽张条克支%gx*×])/

/** Height in cm: 身高165, 一米六五, 1.65m, 165cm, 5'5", a bare number beside a weight, and the bare pair "162 110". */
export function readHeight(reading: Reading): void {
  for (const number of reading.numbers) readOne(reading, number)
  for (let i = 0; i + 1 < reading.numbers.length; i += 1) {
    readPair(reading, reading.numbers[i]!, reading.numbers[i + 1]!)
  }
}

function readOne(reading: Reading, number: NumberToken): void {
  const { text } = reading
  const { start, end, value } = number
  const labelled = measureLabel(text, start) === 'height'
  const rank = labelled ? RANK.labelled : RANK.unit
  if (number.kind === 'metres') {
    const whole = /[米m]$/.test(number.text)
    if (value < 230 && (labelled || !whole) && !isGoods(text, end)) add(reading, 'height', start, end, value, rank)
    return
  }
  if (value > 1 && value < 2.3 && !Number.isInteger(value)) {
    const metre = matchAt(METRE, text, end)
    const after = end + (metre?.[0].length ?? 0)
    if (labelled || (metre && !isGoods(text, after))) add(reading, 'height', start, after, round(value * 100), rank)
    return
  }
  const cm = matchAt(CENTIMETRE, text, end)
  const after = end + (cm?.[0].length ?? 0)
  const plausible =
    labelled || (cm ? (value >= 130 && value <= 210 && !isGoods(text, after)) || BABY.test(text) : text[end] === '高')
  if (value >= 50 && value <= 230 && plausible) add(reading, 'height', start, after, value, rank)
  else if (value >= 3 && value <= 7) readFeet(reading, number, labelled)
}

function isGoods(text: string, index: number): boolean {
  return GOODS.test(text.slice(index, index + 6))
}

function readFeet(reading: Reading, { start, end, value }: NumberToken, labelled: boolean): void {
  const feet = matchAt(FEET, reading.text, end)
  if (!feet) return
  const inches = Number(feet[1] ?? 0)
  const after = end + feet[0].trimEnd().length
  const tall = feet[1] !== undefined || labelled || /^ tall/.test(reading.text.slice(after, after + 5))
  if (inches < 12 && tall)
    add(reading, 'height', start, after, Math.round(value * 30.48 + inches * 2.54), RANK.labelled)
}

function readPair(reading: Reading, first: NumberToken, second: NumberToken): void {
  const { text, options } = reading
  if (first.kind !== 'digits' || second.kind === 'metres') return
  const between = text.slice(first.end, second.start)
  if (JOINED.test(between) && isTall(first) && matchAt(WEIGHT_UNIT, text, second.end)) {
    addBare(reading, first)
    return
  }
  if (second.start === first.end || !PAIR_GAP.test(between)) {
    const unit = matchAt(WEIGHT_UNIT, text, first.end)
    const gap = unit && text.slice(first.end + unit[0].length, second.start)
    if (gap != null && PAIR_GAP.test(gap) && isTall(second)) addBare(reading, second)
    return
  }
  if (matchAt(WEIGHT_UNIT, text, second.end)) {
    if (isTall(first) || (first.value >= 50 && first.value < 140 && BABY.test(text))) addBare(reading, first)
    return
  }
  const alone = !/[\d-]$/.test(before(text, first.start)) && !GOODS_UNIT.test(text.slice(second.end, second.end + 2))
  if (isTall(first) && second.kind === 'digits' && second.value >= 35 && second.value <= 250 && alone) {
    addBare(reading, first)
    add(reading, 'weight', second.start, second.end, kilograms(second.value, options.locale), RANK.bare, 'kg')
  }
}

function isTall(number: NumberToken): boolean {
  return number.text.length === 3 && number.value >= 140 && number.value <= 200
}

function addBare(reading: Reading, number: NumberToken): void {
  add(reading, 'height', number.start, number.end, number.value, RANK.bare)
}
