import { hanNumber, NUMBER_WORDS } from '../../intents/index.ts'

/** Other writings of the same numerals. */
const PLAIN: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}
const WORDS: Readonly<Record<string, number>> = { ...NUMBER_WORDS, half: 0.5, a: 1, an: 1, hundred: 100 }

/** Patterns over the matching form: digits, with Chinese scales; Chinese numerals; English and Korean number words. */
export const DIGITS = String.raw`\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?[百千万백천만]?`
export const HAN = '[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟半]+(?:点[零一二三四五六七八九]+)?'
/** The longest first, so that 열두 is not read as 열. */
const words = (script: RegExp) =>
  Object.keys(WORDS)
    .filter((word) => script.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|')
export const ENGLISH = `(?<![a-z])(?:${words(/[a-z]/)})(?![a-z])`
export const KOREAN = `(?<![가-힣])(?:${words(/[가-힣]/)})`

/** The value of a numeral, or of a pair of neighbours like 三五 that stand for "from three to five". */
export function valuesOf(written: string): number[] {
  if (/\d/.test(written)) {
    const scale = /[\d.]$/.test(written) ? 1 : hanNumber(written.at(-1)!)
    return [Number.parseFloat(written.replaceAll(',', '')) * scale]
  }
  if (written in WORDS) return [WORDS[written]!]
  const plain = [...written].map((letter) => PLAIN[letter] ?? letter).join('')
  if (plain === '半') return [0.5]
  if (/^[一二三四五六七八九]{2}$/.test(plain)) return [...plain].map(hanNumber)
  return [hanValue(plain)]
}

function hanValue(plain: string): number {
  const [whole = '', decimals] = plain.replace('半', '').split('点')
  const value = hanNumber(whole)
  return decimals === undefined ? value : Number(`${value}.${[...decimals].map(hanNumber).join('')}`)
}
