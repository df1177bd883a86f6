import { NUMBER_WORDS } from '../tables/number-words.ts'
import { cue } from './cues.ts'
import { aboutNumber, hanNumber, mixedNumber, numeral, scaledNumber } from './numerals.ts'

/** A number as written: digits, Chinese or Korean numerals, English number words, or a length in metres ("一米六五"), whose value is in cm. */
export interface NumberToken {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly text: string
  readonly kind: 'digits' | 'words' | 'metres'
}

/**
 * 1: a length in metres, 2: digits with a scale (3만5천), 3: digits, perhaps torn by a slip (1。73米, 12 0斤), 4: Chinese numerals, perhaps
 * with digits among them (一百2十), and 半 before a unit, 5: English words, 6: Korean ones, 7: Sino-Korean ones before 원. What it looks ahead for is what one of
 * these begins with: most letters of a text are passed over there.
 */
const NUMBER =
  /(?=[\d零〇一二两三四五六七八九十百千万半다여일아열한두세네스이삼사오육칠팔구십백천만]|(?<![a-z])[adefhnost])(?:([12一两二]\s?(?:米|m(?![a-z]))\s?(?:\d{1,2}|[零一二三四五六七八九]{1,2}(?![十百千万])|(?=\D|$)))|(\d+(?:\.\d+)?(?:[万千百만천백](?!克|瓦)(?: (?=\d{1,4}(?:[천백]|원)))?\d{0,4})+)|((?:(?<=[$¥₩£€]\s?)\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{3})+(?=\s?(?:원|元|块|won|krw))|1[。,、·](?=\d{1,2}\s?(?:米|m(?![a-z])))\d+|\d{2} 0(?=[\s斤码,!?吗吧呢]|公分|厘米|[cm]m|$)|(?:[12]\d \d|[12] \d\d)(?=斤)|1\d \d(?=cm|厘米|公分)|\d+)(?:\.\d+)?)|([一二两三四五六七八九]百[1-9](?:\d(?!\d)|十[1-9一二三四五六七八九]?)|(?<![个斤岁点年一大多前后上下码块分天月])半(?=打|公?斤|个?多?月|个?小时|个?钟头|岁)|[零〇一二两三四五六七八九十百千万]+)|((?<![a-z])(?:half a dozen|a dozen|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)(?![a-z]))|((?:다섯|여섯|일곱|여덟|아홉|열두|열|스무|한|두|세|네)(?=\s?(?:개|벌|장|켤레|박스|상자|봉지|봉|통|캔|포|병|팩|세트|묶음|살|시(?!간)|시간|달|주)))|((?<![가-힣])[일이삼사오육칠팔구십백천만]+(?: [일이삼사오육칠팔구]?천)?(?= ?원(?![가-힣]{2}피스))))/g

/** What a number begins with. */
export const NUMBER_CUE = cue('0-9a-z零〇一二两三四五六七八九十百千万半다여일아열한두세네스일이삼사오육칠팔구십백천만')

const DOZENS: Readonly<Record<string, number>> = { 'half a dozen': 6, 'a dozen': 12, dozen: 12 }

/** All numbers of a normalised text, left to right. */
export function readNumbers(text: string): NumberToken[] {
  const out: NumberToken[] = []
  NUMBER.lastIndex = 0
  for (let found = NUMBER.exec(text); found; found = NUMBER.exec(text)) {
    const written = found[0]
    const start = found.index
    const end = start + written.length
    if (found[3] !== undefined) {
      const digits = /^1[。,、·]\d{1,2}$/.test(written) ? `1.${written.slice(2)}` : written.replace(/[, ]/g, '')
      out.push({ start, end, value: Number(digits), text: digits, kind: 'digits' })
    } else if (found[1] !== undefined) {
      out.push({ start, end, value: centimetres(written), text: written, kind: 'metres' })
    } else {
      const value =
        found[2] !== undefined
          ? scaledNumber(written)
          : found[4] !== undefined
            ? (aboutNumber(written)?.high ?? mixedNumber(written) ?? hanNumber(written))
            : (DOZENS[written] ?? NUMBER_WORDS[written] ?? hanNumber(written.replaceAll(' ', '')))
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
