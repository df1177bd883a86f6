import { DIGITS, ENGLISH, HAN, KOREAN, valuesOf } from './numerals.ts'
import { UNIT_WORDS, unitOf } from './units.ts'

/** A number, date or time in a text's matching form: `is` names what it says, the same for every way to write it. */
export interface Figure {
  readonly is: string
  readonly from: number
  readonly to: number
}

const NUMBER = `(?:${DIGITS}|${HAN}|${ENGLISH}|${KOREAN})`
const DAY_PART =
  '上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|今晚|当晚|晚(?=\\d)|오전|오후|저녁|in the morning|in the afternoon|in the evening'
const LATE = /下午|傍晚|晚|오후|저녁|^p|afternoon|evening/
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const MONTH = `(?<![a-z])(${MONTHS})[a-z]*\\.?`

type Read = (match: RegExpExecArray, text: string) => string | undefined

/** What is looked for, in this order: what an earlier pattern took, a later one does not see. */
const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  [/\d{4}[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/g, (m) => `date:${Number(m[1])}-${Number(m[2])}`],
  [
    new RegExp(`(${NUMBER})(?:月|월 ?)份?(${NUMBER})[日号일]?`, 'g'),
    (m) => `date:${valuesOf(m[1]!)[0]}-${valuesOf(m[2]!)[0]}`,
  ],
  [/(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g, (m) => `date:${Number(m[1])}-${Number(m[2])}`],
  [new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'g'), (m) => `date:${monthOf(m[1]!)}-${Number(m[2])}`],
  [new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}`, 'g'), (m) => `date:${monthOf(m[2]!)}-${Number(m[1])}`],
  [new RegExp(`(${DIGITS}|${HAN})号(?!线|楼|店|门)`, 'g'), (m) => `day:${valuesOf(m[1]!)[0]}`],
  [
    new RegExp(`(${DAY_PART})?\\s*(\\d{1,2}):(\\d{2})(?:\\s*([ap])\\.?m)?`, 'g'),
    (m) => clock(m[2]!, Number(m[3]), m[1] ?? m[4]),
  ],
  [/(?<!\d)(\d{1,2})\s*([ap])\.?m\b/g, (m) => clock(m[1]!, 0, m[2])],
  [
    new RegExp(
      `(${DAY_PART})?(${DIGITS}|[二两三四五六七八九十]{1,3})点(?![零一二三四五六七八九](?!点?分))(半|钟|整|(?:${DIGITS}|${HAN})分(?!钟))?`,
      'g',
    ),
    (m) => clock(m[2]!, minutesOf(m[3]), m[1]),
  ],
  [/(오전|오후|저녁)?\s*(\d{1,2})시(?!간)(?: ?(반|\d+분))?/g, (m) => clock(m[2]!, minutesOf(m[3]), m[1])],
  [
    new RegExp(`(${DIGITS}|${HAN})分之(${DIGITS}|${HAN})`, 'g'),
    (m) => (m[1] === '百' ? `percent:${valuesOf(m[2]!)[0]}` : `part:${valuesOf(m[2]!)[0]}/${valuesOf(m[1]!)[0]}`),
  ],
  [/百分百/g, () => 'percent:100'],
  [new RegExp(`第(?!一(?:时间|眼|步))(${DIGITS}|${HAN})`, 'g'), (m) => `ordinal:${valuesOf(m[1]!)[0]}`],
  [
    // 3-5天, 3天到5天, 两三天, $3 to $5
    new RegExp(
      `([¥$₩]?)(${NUMBER})\\s*(${UNIT_WORDS})?\\s*(?:-|~|—|–|到|至|to|에서|or|或)\\s*[¥$₩]?(${NUMBER})\\s*(${UNIT_WORDS})`,
      'g',
    ),
    (m) => ranged(m[2]!, m[4]!, m[5]!, m[3] ?? m[5]!),
  ],
  [
    new RegExp(`[¥$₩]\\s*(${DIGITS})`, 'g'),
    (m) => `${{ '¥': 'cny', $: 'usd', '₩': 'krw' }[m[0][0]!]}:${valuesOf(m[1]!)[0]}`,
  ],
  [new RegExp(`(${NUMBER})[\\s-]*(?:more )?(${UNIT_WORDS})(?![a-z])`, 'g'), measured],
  [/하루|이틀|사흘|나흘|일주일|보름/g, (m) => `time:${KOREAN_DAYS[m[0]]! * 1440}`],
  [new RegExp(`(?<=[满减差省付加返])(${DIGITS})`, 'g'), (m) => `cny:${valuesOf(m[1]!)[0]}`],
  [new RegExp(DIGITS, 'g'), (m) => `number:${/^(?:0\d|\d{10})/.test(m[0]) ? m[0] : valuesOf(m[0])[0]}`],
  [
    /(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)(?![a-z])/g,
    (m) => `number:${valuesOf(m[0])[0]}`,
  ],
  [
    /(?<![零一二三四五六七八九十百千万])(?![千百万]万)[二三四五六七八九十百千万]*[二三四五六七八九][十百千万]+[零一二三四五六七八九十百千万]*|[零一二三四五六七八九]{3,}/g,
    (m) => `number:${valuesOf(m[0])[0]}`,
  ],
]

const KOREAN_DAYS: Readonly<Record<string, number>> = { 하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 일주일: 7, 보름: 15 }
/** Words that are written with a numeral and count nothing, and blessings with a day in them. */
const IDLE = new RegExp(
  `^(?:${[
    '一点(?![零一二三四五六七八九])',
    '一个?(?!个?(?:月|小时|星期|礼拜|工作日|钟头))[个下些次位份款种声句步边面件条张双套只支直会起样般共旦定路时手眼心把番遍趟阵律致]',
    '一天(?=都|好心情|愉快|开心|顺利|的好)',
    '一单(?=到|在)',
    '十分(?!钟)|千万|万一|一半|两(?:边|样|全)|半(?:点|天)?不',
    '(?:a|an|one) (?:pieces?|items?|styles?|orders?|people|times?|points?|sets?)',
    '(?:a|one) (?:nice|great|good|lovely|wonderful) ',
    '(?:한|세|네) ?(?:번(?:만)?|분|장|개|살|벌|달음)',
  ].join('|')})`,
)

/** Every figure of a text in its matching form, from left to right. */
export function readFigures(text: string): Figure[] {
  const found: Figure[] = []
  let rest = text
  for (const [pattern, read] of PATTERNS) {
    for (const match of rest.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (IDLE.test(text.slice(from, from + 12))) continue
      const is = read(match as RegExpExecArray, rest)
      if (is !== undefined) found.push({ is: is + boundOf(is, text, from, to), from, to })
    }
    for (const { from, to } of found) rest = rest.slice(0, from) + '\u0000'.repeat(to - from) + rest.slice(to)
  }
  return found.sort((a, b) => a.from - b.from)
}

function measured(match: RegExpExecArray): string | undefined {
  const values = valuesOf(match[1]!)
  return ranged(String(values[0]), String(values.at(-1)), match[2]!, match[2]!)
}

function ranged(low: string, high: string, unit: string, lowUnit: string): string {
  const least = inBase(valuesOf(low)[0]!, lowUnit)
  const most = inBase(valuesOf(high).at(-1)!, unit)
  return least === most ? most : `${least}..${most.split(':')[1]}`
}

function inBase(value: number, written: string): string {
  const [kind, size] = unitOf(written)
  // 9折 and 88折 are 10 and 12 per cent off
  if (kind === 'off') return `percent:${round(100 - (value < 10 ? value * 10 : value))}`
  return `${kind}:${round(value * size)}`
}

const round = (value: number) => Math.round(value * 1000) / 1000

function clock(hour: string, minutes: number, part: string | undefined): string {
  const value = valuesOf(hour)[0]!
  const late = part !== undefined && LATE.test(part) && value < 12
  return `clock:${late ? value + 12 : value}:${String(minutes).padStart(2, '0')}`
}

function minutesOf(written: string | undefined): number {
  if (written === undefined || written === '钟' || written === '整') return 0
  return written === '半' || written === '반' ? 30 : valuesOf(written.replace(/[分분]/, ''))[0]!
}

const monthOf = (name: string) => MONTHS.split('|').indexOf(name) + 1

/** What the words around a figure make of it: a limit from above or below, a moment before or after. */
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [
    /(?:不超过|不多于|最多|至多|不高于|不到|不足|up to|no more than|at most|less than|under|below|최대)\s*[¥$₩]?$/,
    'upper',
  ],
  [/(?:满|至少|最少|起码|不少于|不低于|超过|超|达到|at least|over|more than|from|above|최소)\s*[¥$₩]?$/, 'lower'],
  [/(?:within|in)\s*$/, 'upper'],
  [/(?:after)\s*$/, 'after'],
  [/(?:before|by)\s*$/, 'before'],
]
const AFTER: readonly (readonly [RegExp, string])[] = [
  [/^(?:以内|之内|内|以下|封顶| ?이내| ?안에| ?이하| ?미만| or less| max)/, 'upper'],
  [/^(?:以上|起(?!球|来)|及以上|往上| ?이상| ?부터| ?넘| or more| and up|\+)/, 'lower'],
  [/^(?:之后|以后|后|过后| ?이?후| ?뒤| later)/, 'after'],
  [/^(?:之前|以前|前(?!后)| ?전)/, 'before'],
]
/** What a figure of this kind means anyway: 48小时发货 is within 48 hours, 满59 and 59元包邮 are from 59 on. */
const MEANT: Readonly<Record<string, string>> = {
  time: 'upper',
  workday: 'upper',
  clock: 'lower',
  cny: 'lower',
  krw: 'lower',
  usd: 'lower',
}

function boundOf(is: string, text: string, from: number, to: number): string {
  const left = text.slice(Math.max(0, from - 14), from)
  const right = text.slice(to, to + 8)
  const bound = (BEFORE.find(([words]) => words.test(left)) ?? AFTER.find(([words]) => words.test(right)))?.[1]
  return bound === undefined || bound === MEANT[is.slice(0, is.indexOf(':'))] ? '' : ` ${bound}`
}
