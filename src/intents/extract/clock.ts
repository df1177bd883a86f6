import { numeral } from './numerals.ts'
import { add, before, matchAt, matches, RANK, type Reading } from './reading.ts'

const PART =
  /(凌晨|清晨|早上|早晨|今早|明早|上午|中午|正午|下午|傍晚|晚上|今晚|明晚|昨晚|半夜|夜里|晚|早|오전|오후|저녁|밤|아침|새벽)\s?$/
const HOUR = /\s?点(?:钟|整)?(半|[一三]刻|(\d{1,2}|[二三四五]?十[一二三四五六七八九]?)(?:分|(?!\d)(?=[^折块元])))?/y
/** "一点" and "两点" mean "a bit" and "two points" unless a clock word stands beside them. */
const CLOCK_AFTER = /^(?:钟|半|整|前|后|之[前后]|以[前后]|左右|多|到|开始|的时候|下班|[一三]刻)/
const DIGITAL = /(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?!\d)(?:\s?([ap])\.?m)?/g
const ENGLISH_HOUR = /(?:\s?([ap])\.?m(?![a-z])|\s?o'?clock)/y
const KOREAN_HOUR = /\s?시(?!\s?간|작|켜|킨|즌)(?:\s?(반|(\d{1,2})\s?분))?/y

/** A time of day as "15:00": 下午三点前, 八点, 10:20, 3:30pm, 오후 3시. */
export function readClock(reading: Reading): void {
  const { text } = reading
  if (text.includes(':')) {
    for (const found of matches(DIGITAL, text)) {
      push(reading, found.index, found.index + found[0].length, Number(found[1]), Number(found[2]), found[3])
    }
  }
  for (const { start, end, value, kind, text: written } of reading.numbers) {
    if (kind === 'metres' || !Number.isInteger(value) || value > 24 || value < 0) continue
    const part = PART.exec(before(text, start, 8))
    // 明早 and 今晚 are days of their own
    const from = part && !/^[今明昨]/.test(part[1]!) ? start - part[0].length : start
    const han = matchAt(HOUR, text, end)
    if (han) {
      const minutes =
        han[1] === undefined
          ? 0
          : han[1] === '半'
            ? 30
            : han[1].endsWith('刻')
              ? han[1][0] === '一'
                ? 15
                : 45
              : numeral(han[2]!)
      const bit = written === '一' || written === '两'
      const named = part !== null && !(bit && /^[早晚]$/.test(part[1]!))
      const clear = named || minutes > 0 || !bit || CLOCK_AFTER.test(text.slice(end + han[0].length))
      if (clear && !/第$/.test(before(text, start)) && minutes < 60)
        push(reading, from, end + han[0].length, value, minutes, part?.[1])
      continue
    }
    const korean = matchAt(KOREAN_HOUR, text, end)
    if (korean) {
      push(reading, from, end + korean[0].length, value, korean[1] === '반' ? 30 : Number(korean[2] ?? 0), part?.[1])
      continue
    }
    const english = value >= 1 && value <= 12 ? matchAt(ENGLISH_HOUR, text, end) : null
    if (english) push(reading, start, end + english[0].length, value, 0, english[1])
  }
}

function push(
  reading: Reading,
  start: number,
  end: number,
  hour: number,
  minute: number,
  part: string | undefined,
): void {
  const late = part !== undefined && /^(?:p|下午|傍晚|晚|今晚|明晚|昨晚|오후|저녁|밤)/.test(part)
  const noon = part !== undefined && /^(?:中午|正午)/.test(part) && hour < 6
  const midnight = hour === 12 && part !== undefined && /^(?:a|晚|今晚|明晚|昨晚|半夜|夜里|凌晨|밤|새벽)/.test(part)
  const of24 = midnight ? 0 : (late || noon) && hour < 12 ? hour + 12 : hour % 24
  add(reading, 'time', start, end, `${String(of24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, RANK.unit)
}
