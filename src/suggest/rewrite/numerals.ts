const HAN_DIGITS = '零一二三四五六七八九'
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  백: 100,
  천: 1000,
  만: 10_000,
}
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
const WORDS: Readonly<Record<string, number>> = {
  half: 0.5,
  a: 1,
  an: 1,
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
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
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

/** Patterns over the matching form: digits, with Chinese scales; Chinese numerals; English and Korean number words. */
export const DIGITS = String.raw`\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?[百千万백천만]?`
export const HAN = '[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟半]+(?:点[零一二三四五六七八九]+)?'
export const ENGLISH = `(?<![a-z])(?:${Object.keys(WORDS)
  .filter((word) => /[a-z]/.test(word))
  .join('|')})(?![a-z])`
export const KOREAN = `(?<![가-힣])(?:${Object.keys(WORDS)
  .filter((word) => /[가-힣]/.test(word))
  .join('|')})`

/** The value of a numeral, or of a pair of neighbours like 三五 that stand for "from three to five". */
export function valuesOf(written: string): number[] {
  if (/\d/.test(written)) {
    const scale = SCALES[written.at(-1)!] ?? 1
    return [Number.parseFloat(written.replaceAll(',', '')) * scale]
  }
  if (written in WORDS) return [WORDS[written]!]
  const plain = [...written].map((letter) => PLAIN[letter] ?? letter).join('')
  if (plain === '半') return [0.5]
  if (/^[一二三四五六七八九]{2}$/.test(plain)) return [...plain].map((letter) => HAN_DIGITS.indexOf(letter))
  return [hanValue(plain)]
}

function hanValue(plain: string): number {
  const [whole = '', decimals] = plain.split('点')
  if (decimals !== undefined) return Number(`${hanValue(whole)}.${digitsOf(decimals)}`)
  if (!/[十百千万]/.test(whole)) return Number(digitsOf(whole.replace('半', '')))
  let total = 0
  let section = 0
  let digit = 0
  let scale = 10
  for (const letter of whole.replace('半', '')) {
    const size = SCALES[letter]
    if (size === undefined) {
      digit = HAN_DIGITS.indexOf(letter)
      if (letter === '零') scale = 10
      continue
    }
    if (size === 10_000) {
      total += (section + digit) * size
      section = 0
    } else section += (digit || 1) * size
    digit = 0
    scale = size
  }
  // 一百五 is 150, 一百零五 is 105
  const tail = /[百千万][一二三四五六七八九]$/.test(whole) ? digit * (scale / 10) : digit
  return total + section + tail
}

const digitsOf = (text: string) => [...text].map((letter) => Math.max(0, HAN_DIGITS.indexOf(letter))).join('')
