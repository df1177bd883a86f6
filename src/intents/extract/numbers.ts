/** A number as written: digits, Chinese or Korean numerals, English number words, or a length in metres ("一米六五"), whose value is in cm. */
export interface NumberToken {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly text: string
  readonly kind: 'digits' | 'words' | 'metres'
}

const NUMBER =
  /(?<metres>[12一两二]\s?(?:米|m)\s?(?:\d{1,2}|[零一二三四五六七八九]{1,2}(?![十百千万])|(?=\D|$)))|(?<scaled>\d+(?:\.\d+)?(?:[万千百만천백](?!克|瓦)\d{0,4})+)|(?<digits>(?:(?<=[$¥₩£€]\s?)\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{3})+(?=\s?(?:원|元|块|won|krw))|\d+)(?:\.\d+)?)|(?<han>[零〇一二两三四五六七八九十百千万]+)|(?<english>(?<![a-z])(?:half a dozen|a dozen|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z]))|(?<korean>(?:다섯|여섯|일곱|여덟|아홉|열|한|두|세|네)(?=\s?(?:개|벌|장|켤레|박스|봉지|병|팩|세트|살|시(?!간)|달|주)))/g

const ENGLISH: Readonly<Record<string, number>> = {
  'half a dozen': 6,
  'a dozen': 12,
  dozen: 12,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}
const KOREAN: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
}
const HAN_DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 백: 100, 천: 1000, 만: 10_000 }

/** All numbers of a normalised text, left to right. */
export function readNumbers(text: string): NumberToken[] {
  const out: NumberToken[] = []
  NUMBER.lastIndex = 0
  for (let found = NUMBER.exec(text); found; found = NUMBER.exec(text)) {
    const written = found[0]
    const start = found.index
    const end = start + written.length
    const group = found.groups!
    if (group.digits !== undefined) {
      out.push({ start, end, value: Number(written.replaceAll(',', '')), text: written, kind: 'digits' })
    } else if (group.metres !== undefined) {
      out.push({ start, end, value: centimetres(written), text: written, kind: 'metres' })
    } else {
      const value =
        group.scaled !== undefined
          ? scaled(written)
          : group.han !== undefined
            ? hanNumber(written)
            : (ENGLISH[written] ?? KOREAN[written] ?? Number.NaN)
      out.push({ start, end, value, text: written, kind: group.scaled === undefined ? 'words' : 'digits' })
    }
  }
  return out
}

/** "一百二十五" 125, "一百三" 130, "两千五" 2500, "六零三" 603. */
export function hanNumber(text: string): number {
  if (!/[十百千万]/.test(text)) return Number(Array.from(text, (c) => HAN_DIGIT[c] ?? 0).join(''))
  let total = 0
  let section = 0
  let digit = 0
  let tail = 1
  for (const c of text) {
    const scale = SCALE[c]
    if (scale === undefined) {
      digit = HAN_DIGIT[c] ?? 0
      if (digit === 0) tail = 1
      continue
    }
    if (scale === 10_000) {
      total = (total + section + digit || 1) * scale
      section = 0
    } else section += (digit || 1) * scale
    digit = 0
    tail = scale / 10
  }
  // the last digit of 一百三 counts tens, that of 一百零三 ones
  return total + section + digit * Math.max(1, tail)
}

/** "3만5천" 35,000, "1.5万" 15,000, "2百" 200. */
function scaled(text: string): number {
  let total = 0
  for (const [, digits, scale] of text.matchAll(/(\d+(?:\.\d+)?)([万千百만천백])?/g)) {
    total += Number(digits) * (scale ? SCALE[scale]! : 1)
  }
  return Math.round(total)
}

/** "一米六五" 165, "1m7" 170, "1米" 100. */
function centimetres(text: string): number {
  const metres = HAN_DIGIT[text[0]!] ?? Number(text[0])
  const rest = text.slice(1).replace(/[\s米m]/g, '')
  if (rest === '') return metres * 100
  const value = /\d/.test(rest) ? Number(rest) : hanNumber(rest)
  return metres * 100 + (rest.length === 1 ? value * 10 : value)
}
