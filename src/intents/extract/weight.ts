import type { Locale } from '../../protocol/index.ts'
import { measureLabel, WEIGHT_UNIT } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { numeral } from './numerals.ts'
import { add, before, matchAt, matches, RANK, type Reading, round } from './reading.ts'

/** A height in feet. */
const FEET_WRITTEN = /\d\s?(?:['’′]|ft|feet|foot)/
const FITTING = /穿|码|号合适|合身|胖|瘦|size|wear|fit|사이즈/
const BOUGHT = /(?:买|拍|要|装|来|每|元|块|钱|\d)[了个]?\s?$/
/** What a thing bears or holds is nobody's weight: 承重200斤. */
const BEARS = /(?:承重|承受|承|载重|负重|限重|能装|可装|[能可][拉扛撑载]|容量|起重|拉力)[是约为达到大概:]{0,3}\s?$/
const CHILD =
  /宝宝|孩子|娃|婴|闺女|儿子|女儿|小朋友|双胞胎|新生儿|岁|\b(?:bab(?:y|ies)|toddler|newborn|infant|my (?:kid|son|daughter|girl|boy)|napp(?:y|ies)|diapers?|pull[- ]?ups?)\b|아[기가]|애기|아이|아들|딸|신생아|기저귀|개월/
/** What may follow the unit: 14斤半, 7斤多, 4斤6两. */
const REST = /(半)(?!价|折)|多(?!少|买)|([一二三四五六七八九]|\d)两/y
const PACKED =
  /^的?(?:装|多少|包|袋|米|茶|枣|核桃)|^ (?:of|bags?|box|tub|packs?|dumbbell)(?![a-z])|^ ?(?:짜리|봉지|박스|포대|쌀|한 ?봉)/
/** "a 5 stone ring" */
const GEMS = /^ (?:ring|necklace|bracelet|earrings?|pendant|tiles?|set)/
const HALF_MASS = /(?<![a-z])half (?:an? )?(?:(kilo|kg)|pound|lb)(?![a-z])/g
const PRICED = /^\s?(?:多少|几|\d|[=是])/

/** A number in 斤, kg or lb is the shopper's weight when something says so or nobody would buy that much; else it is a mass of goods. Both in kg. */
export function readWeight(reading: Reading): void {
  const { text, hits, options } = reading
  const about = {
    asked: options.expects?.includes('weight') ?? false,
    tall: hits.some((hit) => hit.slot === 'height'),
    fitting: FITTING.test(text),
    child: CHILD.test(text),
    aged: hits.some((hit) => hit.slot === 'age'),
  }
  if (text.includes('half ')) {
    for (const found of matches(HALF_MASS, text)) {
      add(reading, 'mass', found.index, found.index + found[0].length, found[1] ? 0.5 : 0.23, RANK.unit, 'kg')
    }
  }
  for (const number of reading.numbers) {
    if (number.kind !== 'metres' && number.value > 0) readOne(reading, number, about)
  }
}

function readOne(
  reading: Reading,
  { start, end, value }: NumberToken,
  about: { asked: boolean; tall: boolean; fitting: boolean; child: boolean; aged: boolean },
): void {
  const { text, options } = reading
  const unit = matchAt(WEIGHT_UNIT, text, end)
  const labelled = measureLabel(text, start) === 'weight'
  if (!unit) {
    if (labelled && value >= 3 && value <= 300 && !/^\s?[克g个件包袋盒瓶条]/.test(text.slice(end, end + 2)))
      add(
        reading,
        'weight',
        start,
        end,
        kilograms(value, options.locale, about.tall && !FEET_WRITTEN.test(text)),
        RANK.labelled,
        'kg',
      )
    return
  }
  if (unit[4] !== undefined) {
    readStone(reading, start, end, value, unit)
    return
  }
  let after = end + unit[0].length
  const rest = matchAt(REST, text, after)
  if (rest) after += rest[0].length
  const more =
    rest?.[1] !== undefined ? 0.5 : rest?.[2] !== undefined && unit[1] !== undefined ? numeral(rest[2]) / 10 : 0
  const each = unit[1] !== undefined ? 0.5 : unit[3] !== undefined ? 0.4536 : 1
  const kg = round((value + more) * each)
  const lead = before(text, start)
  const bought = BOUGHT.test(lead) || BEARS.test(lead) || PACKED.test(text.slice(after, after + 10))
  const mine =
    labelled ||
    about.asked ||
    (about.tall && !BEARS.test(lead)) ||
    (!bought &&
      (kg >= 38 ||
        (about.fitting && kg >= 8) ||
        (about.child && kg >= 2 && kg <= 35) ||
        (about.aged && kg >= 2 && kg <= 60)))
  if (mine && kg <= 180) add(reading, 'weight', start, after, kg, labelled ? RANK.labelled : RANK.unit, 'kg')
  // "17块一斤" and "一斤多少钱" are about a price, not about a parcel
  else if (!BEARS.test(lead) && (value !== 1 || !(bought || PRICED.test(text.slice(after, after + 3)))))
    add(reading, 'mass', start, after, kg, RANK.unit, 'kg')
}

/** "10 stone", "9 st 4"; "21st" and "1st" are ordinals. */
function readStone(reading: Reading, start: number, end: number, value: number, unit: RegExpExecArray): void {
  const after = end + unit[0].length
  const ordinal = unit[0].startsWith('st') && value % 10 === 1 && value !== 11
  if (value < 4 || value > 30 || ordinal || GEMS.test(reading.text.slice(after, after + 10))) return
  const pounds = value * 14 + Number(unit[5] ?? 0)
  add(reading, 'weight', start, after, round(pounds * 0.4536), RANK.unit, 'kg')
}

/**
 * A weight without its unit: Chinese adults say 斤, English ones pounds unless they gave their height in cm, and 80 kg is rarer than 80 of either.
 */
export function kilograms(value: number, locale: Locale, metric = false): number {
  if (value < 80 || locale === 'ko') return value
  if (locale === 'zh') return value / 2
  return metric ? value : round(value * 0.4536)
}
