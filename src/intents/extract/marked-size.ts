import { add, matches, RANK, type Reading } from './reading.ts'

/** 1-2: toddlers' 4T, 3-5: ranges of years or months (5-6Y, 18-24M), 6: plus sizes whose L is left out (3X). */
const MARKED =
  /(?<![\w.-])(?:([2-7])(t)(?![a-z\d]| ?(?:hard|ssd|drive|[\u4e00-\u9fa5]))|(\d{1,2}) ?[-/~] ?(\d{1,2}) ?(y(?:rs?)?|m)(?![a-z\d])|([1-6])x(?![a-z\d*]| ?(?:\d|the |faster|better|more|longer|bigger|larger|zoom)))/g
const MONTHS = new Set([0, 3, 6, 9, 12, 18, 24, 36])
/** Sizes spelled in Hangul. */
const HANGUL =
  /(?<![가-힣])(?:(투|쓰리|포)?(엑스)?(라지(?!에이터)|스몰(?!웨딩| 웨딩|토크))|미디[움엄]|(엑스)?(?:(엑스)?(엘)|(엠)|(에스)) ?(?:사이즈|싸이즈))(?![가-힣]?에이터)/g
const COUNTS: Readonly<Record<string, number>> = { 투: 2, 쓰리: 3, 포: 4 }

/** Sizes with a mark of their own: 4T, 5-6Y, 18-24M, 3X, 엘 사이즈, 투엑스라지. */
export function readMarkedSize(reading: Reading): void {
  const { text, form, numbers } = reading
  if (numbers.length > 0 && /\d ?[txym]/.test(text)) {
    for (const found of matches(MARKED, text)) {
      const end = found.index + found[0].length
      const value = markedSize(found, form.original.slice(form.at[end - 1], form.at[end]))
      if (value !== undefined) add(reading, 'size', found.index, end, value, RANK.labelled)
    }
  }
  if (/[라스미엘엠]/.test(text)) {
    for (const found of matches(HANGUL, text)) {
      add(reading, 'size', found.index, found.index + found[0].length, hangulSize(found), RANK.unit)
    }
  }
}

function markedSize([, toddler, , low, high, unit, plus]: RegExpExecArray, last: string): string | undefined {
  if (toddler !== undefined) return `${toddler}T`
  // "2x black" counts pieces
  if (plus !== undefined) return last === 'X' ? `${plus}XL` : undefined
  const from = Number(low)
  const to = Number(high)
  if (unit === 'm') return to > from && MONTHS.has(from) && MONTHS.has(to) ? `${from}-${to}M` : undefined
  return to > from && to - from <= 2 && to <= 16 ? `${from}-${to}Y` : undefined
}

function hangulSize([written, count, extra, name]: RegExpExecArray): string {
  const letter = name?.startsWith('라') || written.includes('엘') ? 'L' : name || written.includes('에스') ? 'S' : 'M'
  if (letter === 'M') return 'M'
  if (count !== undefined) return `${COUNTS[count]!}X${letter}`
  return extra !== undefined || written.startsWith('엑스') ? `X${letter}` : letter
}
