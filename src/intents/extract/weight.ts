import type { Locale } from '../../protocol/index.ts'
import { measureLabel, WEIGHT_UNIT } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { add, before, matchAt, RANK, type Reading, round } from './reading.ts'

const FITTING = /穿|码|号合适|合身|胖|瘦|size|wear|fit|사이즈/
const BOUGHT = /(?:买|拍|要|装|来|每|元|块|钱|\d)[了个]?\s?$/
const PACKED = /^的?(?:装|多少|包|袋|米|茶|枣|核桃)/
const PRICED = /^\s?(?:多少|几|\d|[=是])/

/** A number in 斤, kg or lb is the shopper's weight when something says so or nobody would buy that much; else it is a mass of goods. Both in kg. */
export function readWeight(reading: Reading): void {
  const { text, hits, options } = reading
  const about = {
    asked: options.expects?.includes('weight') ?? false,
    tall: hits.some((hit) => hit.slot === 'height'),
    fitting: FITTING.test(text),
  }
  for (const number of reading.numbers) {
    if (number.kind !== 'metres' && number.value > 0) readOne(reading, number, about)
  }
}

function readOne(
  reading: Reading,
  { start, end, value }: NumberToken,
  about: { asked: boolean; tall: boolean; fitting: boolean },
): void {
  const { text, options } = reading
  const unit = matchAt(WEIGHT_UNIT, text, end)
  const labelled = measureLabel(text, start) === 'weight'
  if (!unit) {
    if (labelled && value >= 3 && value <= 300 && !/^\s?[克g]/.test(text.slice(end, end + 2)))
      add(reading, 'weight', start, end, kilograms(value, options.locale), RANK.labelled, 'kg')
    return
  }
  let after = end + unit[0].length
  const half = text[after] === '半'
  if (half) after += 1
  const each = unit[1] !== undefined ? 0.5 : unit[3] !== undefined ? 0.4536 : 1
  const kg = round((value + (half ? 0.5 : 0)) * each)
  const bought = BOUGHT.test(before(text, start)) || PACKED.test(text.slice(after, after + 3))
  const mine = labelled || about.asked || about.tall || (!bought && (kg >= 38 || (about.fitting && kg >= 8)))
  if (mine && kg <= 180) add(reading, 'weight', start, after, kg, labelled ? RANK.labelled : RANK.unit, 'kg')
  // "17块一斤" and "一斤多少钱" are about a price, not about a parcel
  else if (value !== 1 || !(bought || PRICED.test(text.slice(after, after + 3))))
    add(reading, 'mass', start, after, kg, RANK.unit, 'kg')
}

/** A weight without its unit: Chinese adults say 斤, and 80 kg is rarer than 80 斤. */
export function kilograms(value: number, locale: Locale): number {
  return locale === 'zh' && value >= 80 ? value / 2 : value
}
