import { readFeetTalk } from './feet-talk.ts'
import { BABY, CENTIMETRE, measureLabel, WEIGHT_UNIT } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { add, before, matchAt, RANK, type Reading, round } from './reading.ts'
import { kilograms } from './weight.ts'

const GOODS =
  /^多?\s?(?:的[^我你他她睡躺穿坐]{0,4}(?:床|桌|帘|毯|席|柜|护栏|沙发|蚊帐|垫|被套|四件套|绳|数据线)|(?:的\s?)?(?:床|被|宽|长|线|布|桌|绳|x|\*|乘|深|厚|高的))/
/** What English and Korean measure in metres, centimetres and feet besides people. */
const THING_AFTER =
  /^[ -]?(?:long|wide|deep|cord|cables?|wires?|ropes?|curtains?|tables?|desks?|beds?|sofas?|couch|rugs?|mats?|hose|leash|straps?|tape|poles?|shel(?:f|ves)|x(?![a-z])|version|one|짜리|커튼|책상|침대|매트|선반|테이블|이불|러그|소파|길이|폭)/
const THING_BEFORE =
  /(?:cord|cables?|wires?|ropes?|curtains?|tables?|desk|bed|sofa|couch|rug|hose|leash|strap|length|width|길이|폭|너비|소파|침대)(?: (?:is|are|it|only|just|about|of))* ?$/
/** "dad's 6ft": somebody, not a rug, is that tall. */
const SOMEBODY_BEFORE =
  /(?<![a-z])(?:i['’]?m|i am|s?he['’]?s|(?:s?he|dad|mom|mum|husband|hubby|wife|son|daughter|brother|sister|boyfriend|bf|gf|girlfriend|guy|man)(?:['’]?s| is)) (?:about |around |like |only |just |over |under |nearly |almost )?$/
const INCHES = /\s?(?:in(?:ch(?:es)?)?(?![a-z])|")/y
/** "电脑桌1米4的" */
const GOODS_BEFORE = /(?:床|桌|柜|帘|毯|席|垫|沙发|绳|管|架|凳|桶|棍|梯|裙长|衣长|裤长)[是要有子]?\s?$/
const METRE = /\s?(?:米|m)(?![a-z])/y
const FEET = /\s?(?:'|’|′|ft\.?|feet|foot)\s?(?:(\d{1,2}(?:\.5)?)(?!\d)\s?(?:''|"|”|″|′′|in(?:ch(?:es)?)?(?![a-z]))?)?/y
const PAIR_GAP = /^(?:\s?(?:cm|厘米|公分))?[\s,、/;.+-]{0,3}$/
/** "165에 55kg", "165 and 55kg": words that join a height to a weight when the weight has its unit. */
const JOINED = /^(?:\s?cm)?(?:에|이고|\s?and)\s?$/
/** Behind the second figure of "165에 58인데": the size somebody wears (66 입어요) is no weight. */
const WORN = /^ ?(?:반|호|사이즈|을|를|입|신|원|개|장|센|cm)/
/** Things whose measures are written as a pair too: "180 200的床笠". */
const BEDDING = /床[笠单垫罩]|被[套芯子罩]|四件套|三件套|凉席|蚊帐|窗帘|[地毛]毯|桌布|[地餐]垫|枕/
/** A pair of numbers with the unit of something else behind it is not a body. */
const GOODS_UNIT = /^\s?(?:\d|[元块包件盒袋份片抽张条克支%gx*×])/

/** Height in cm: 身高165, 一米六五, 1.65m, 165cm, 5'5", a bare number beside a weight, and the bare pair "162 110". */
export function readHeight(reading: Reading): void {
  for (const number of reading.numbers) readOne(reading, number)
  readFeetTalk(reading)
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
    if (value < 230 && (labelled || (!whole && !GOODS_BEFORE.test(before(text, start)))) && !isGoods(text, end))
      add(reading, 'height', start, end, value, rank)
    return
  }
  if (value > 1 && value < 2.3 && !Number.isInteger(value)) {
    const metre = matchAt(METRE, text, end)
    const after = end + (metre?.[0].length ?? 0)
    if (
      labelled ||
      (metre &&
        !isGoods(text, after) &&
        !THING_BEFORE.test(before(text, start, 24)) &&
        !GOODS_BEFORE.test(before(text, start)))
    )
      add(reading, 'height', start, after, round(value * 100), rank)
    return
  }
  const cm = matchAt(CENTIMETRE, text, end)
  const after = end + (cm?.[0].length ?? 0)
  const plausible =
    labelled ||
    isMine(text, number) ||
    (cm
      ? ((value >= 130 && value <= 210) || BABY.test(text)) &&
        !isGoods(text, after) &&
        !THING_BEFORE.test(before(text, start, 24))
      : text[end] === '高')
  if (value >= 50 && value <= 230 && plausible) add(reading, 'height', start, after, value, rank)
  else if (value >= 3 && value <= 7) readFeet(reading, number, labelled)
  else if (value >= 24 && value <= 84) readInches(reading, number, labelled)
}

/** "48 inches" of a child whose age is told, or with a label. */
function readInches(reading: Reading, { start, end, value }: NumberToken, labelled: boolean): void {
  const { text } = reading
  const inches = matchAt(INCHES, text, end)
  if (!inches) return
  const after = end + inches[0].length
  const tall = labelled || / tall/.test(text.slice(after, after + 5))
  if (
    tall ||
    (/ (?:is|['’]?s) $/.test(before(text, start)) &&
      /turned|years? old|yrs? old|(?<![a-z])(?:he|she)(?![a-z])/.test(text))
  )
    add(reading, 'height', start, after, Math.round(value * 2.54), RANK.labelled)
}

/** "我160整 体重…": a bare height right behind the person, in talk of a weight. */
function isMine(text: string, number: NumberToken): boolean {
  return (
    isTall(number) &&
    /(?:我|本人|她|他)(?:是|有)?$/.test(before(text, number.start, 4)) &&
    /^(?:整|[\s,]|体重)/.test(text.slice(number.end, number.end + 2)) &&
    /体重|斤|kg/.test(text)
  )
}

function isGoods(text: string, index: number): boolean {
  const tail = text.slice(index, index + 10)
  return GOODS.test(tail) || THING_AFTER.test(tail)
}

function readFeet(reading: Reading, { start, end, value }: NumberToken, labelled: boolean): void {
  const feet = matchAt(FEET, reading.text, end)
  if (!feet) return
  const inches = Number(feet[1] ?? 0)
  const after = end + feet[0].trimEnd().length
  const tail = reading.text.slice(after, after + 10)
  const tall =
    feet[1] !== undefined ||
    labelled ||
    /^ tall/.test(tail) ||
    (SOMEBODY_BEFORE.test(before(reading.text, start, 28)) && !THING_AFTER.test(tail))
  if (inches < 12 && tall)
    add(reading, 'height', start, after, Math.round(value * 30.48 + inches * 2.54), RANK.labelled)
}

function readPair(reading: Reading, first: NumberToken, second: NumberToken): void {
  const { text, options } = reading
  if (first.kind === 'metres') readWeightBehind(reading, first, second)
  if (first.kind !== 'digits' || second.kind === 'metres') return
  const between = text.slice(first.end, second.start)
  if (JOINED.test(between) && (isTall(first) || (first.value >= 50 && first.value < 140 && BABY.test(text)))) {
    if (matchAt(WEIGHT_UNIT, text, second.end)) addBare(reading, first)
    else if (between.includes('에') && isTall(first) && second.value >= 35 && second.value <= 150)
      readSpokenPair(reading, first, second)
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
  const alone =
    !/[\d-]$/.test(before(text, first.start)) &&
    !BEDDING.test(text) &&
    !GOODS_UNIT.test(text.slice(second.end, second.end + 2))
  if (isTall(first) && second.kind === 'digits' && second.value >= 35 && second.value <= 250 && alone) {
    addBare(reading, first)
    add(reading, 'weight', second.start, second.end, kilograms(second.value, options.locale, true), RANK.bare, 'kg')
  }
}

/** "165에 58인데": a height and a weight as they are said in Korean, without units. */
function readSpokenPair(reading: Reading, height: NumberToken, weight: NumberToken): void {
  if (WORN.test(reading.text.slice(weight.end, weight.end + 4))) return
  addBare(reading, height)
  add(reading, 'weight', weight.start, weight.end, weight.value, RANK.bare, 'kg')
}

/** "一米六 一百一", "1米65 110": a bare number behind a height in metres. Spaces between Han characters are gone. */
function readWeightBehind(reading: Reading, { end, value }: NumberToken, second: NumberToken): void {
  const { text, options } = reading
  const gap = text.slice(end, second.start)
  const apart = gap !== '' ? PAIR_GAP.test(gap) : second.text.includes('百')
  if (!apart || value < 140 || value > 200 || second.value < 38 || second.value > 250) return
  if (matchAt(WEIGHT_UNIT, text, second.end) || GOODS_UNIT.test(text.slice(second.end, second.end + 2))) return
  if (isGoods(text, end) || isGoods(text, second.end) || BEDDING.test(text)) return
  add(reading, 'weight', second.start, second.end, kilograms(second.value, options.locale), RANK.bare, 'kg')
}

function isTall(number: NumberToken): boolean {
  return number.text.length === 3 && number.value >= 140 && number.value <= 200
}

function addBare(reading: Reading, number: NumberToken): void {
  add(reading, 'height', number.start, number.end, number.value, RANK.bare)
}
