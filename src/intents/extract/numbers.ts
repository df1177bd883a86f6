import { cue } from './cues.ts'
import { aboutNumber, hanNumber, numeral, scaledNumber } from './numerals.ts'

/** A number as written: digits, Chinese or Korean numerals, English number words, or a length in metres ("一米六五"), whose value is in cm. */
export interface NumberToken {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly text: string
  readonly kind: 'digits' | 'words' | 'metres'
}

/** 1: a length in metres, 2: digits with a scale (3만5천), 3: digits, 4: Chinese numerals, 5: English words, 6: Korean ones. */
const NUMBER =
  /(?=[\da-z零〇一二两三四五六七八九十百千万가-힣])(?:([12一两二]\s?(?:米|m)\s?(?:\d{1,2}|[零一二三四五六七八九]{1,2}(?![十百千万])|(?=\D|$)))|(\d+(?:\.\d+)?(?:[万千百만천백](?!克|瓦)\d{0,4})+)|((?:(?<=[$¥₩£€]\s?)\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{3})+(?=\s?(?:원|元|块|won|krw))|\d+)(?:\.\d+)?)|([零〇一二两三四五六七八九十百千万]+)|((?<![a-z])(?:half a dozen|a dozen|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z]))|((?:다섯|여섯|일곱|여덟|아홉|열|한|두|세|네)(?=\s?(?:개|벌|장|켤레|박스|봉지|병|팩|세트|살|시(?!간)|달|주))))/g

/** What a number begins with. */
export const NUMBER_CUE = cue('0-9a-z零〇一二两三四五六七八九十百千万다여일아열한두세네')

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
/** All numbers of a normalised text, left to right. */
export function readNumbers(text: string): NumberToken[] {
  const out: NumberToken[] = []
  NUMBER.lastIndex = 0
  for (let found = NUMBER.exec(text); found; found = NUMBER.exec(text)) {
    const written = found[0]
    const start = found.index
    const end = start + written.length
    if (found[3] !== undefined) {
      out.push({ start, end, value: Number(written.replaceAll(',', '')), text: written, kind: 'digits' })
    } else if (found[1] !== undefined) {
      out.push({ start, end, value: centimetres(written), text: written, kind: 'metres' })
    } else {
      const value =
        found[2] !== undefined
          ? scaledNumber(written)
          : found[4] !== undefined
            ? (aboutNumber(written)?.high ?? hanNumber(written))
            : (ENGLISH[written] ?? KOREAN[written] ?? Number.NaN)
      out.push({ start, end, value, text: written, kind: found[2] === undefined ? 'words' : 'digits' })
    }
  }
  return out
}

/** "一米六五" 165, "1m7" 170, "1米" 100. */
function centimetres(text: string): number {
  const metres = numeral(text[0]!)
  const rest = text.slice(1).replace(/[\s米m]/g, '')
  if (rest === '') return metres * 100
  const value = numeral(rest)
  return metres * 100 + (rest.length === 1 ? value * 10 : value)
}
