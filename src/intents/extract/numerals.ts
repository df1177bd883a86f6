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
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
}
const SCALE: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  백: 100,
  천: 1000,
  만: 10_000,
  십: 10,
}

/** A number in digits or Chinese numerals. */
export function numeral(text: string): number {
  return /\d/.test(text) ? Number(text) : hanNumber(text)
}

/** "七八" (天) is about seven or eight, not 78. */
export function aboutNumber(text: string): { low: number; high: number } | undefined {
  const low = HAN_DIGIT[text[0] ?? '']
  const high = HAN_DIGIT[text[1] ?? '']
  if (text === '三两') return { low: 2, high: 3 }
  return text.length === 2 && low && high === low + 1 ? { low, high } : undefined
}

/** "半" 0.5, "一百2十" 120, "三百50" 350: Chinese numerals that are no whole number or have digits among them. */
export function mixedNumber(text: string): number | undefined {
  if (text === '半') return 0.5
  const tail = /^.百(\d)(?:(\d)|十(.)?)$/.exec(text)
  return tail ? HAN_DIGIT[text[0]!]! * 100 + Number(tail[1]) * 10 + numeral(tail[2] ?? tail[3] ?? '零') : undefined
}

/** "一百二十五" 125, "一百三" 130, "两千五" 2500, "六零三" 603. */
export function hanNumber(text: string): number {
  if (!/[十百千万십백천만]/.test(text)) {
    let digits = ''
    for (const c of text) digits += HAN_DIGIT[c] ?? 0
    return Number(digits)
  }
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
export function scaledNumber(text: string): number {
  let total = 0
  for (const [, digits, scale] of text.matchAll(/(\d+(?:\.\d+)?)([万千百만천백])?/g)) {
    total += Number(digits) * (scale ? SCALE[scale]! : 1)
  }
  return Math.round(total)
}
