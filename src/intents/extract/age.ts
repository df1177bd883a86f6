import { BABY } from './measure-label.ts'
import { add, matchAt, RANK, type Reading } from './reading.ts'

/** 1: years, 2: and a half, 3: months of age, 4: months of something. */
const AGE =
  /\s?[多来几]?\s?(?:(周?岁|years?[\s-]old|yrs?[\s-]?old|y\/?o(?![a-z])|살|세(?!트))(半)?|(个半?月大|months?[\s-]old|mo(?![a-z]))|(个半?月|개월))/y
const LATER = /^(?:以?[后前内]|了|才)/

/** Age in years ("3岁半", "6 year old", "5살") or, for babies, months. */
export function readAge(reading: Reading): void {
  const { text } = reading
  for (const { start, end, value } of reading.numbers) {
    const age = value <= 120 ? matchAt(AGE, text, end) : null
    if (!age) continue
    const after = end + age[0].length
    const half = age[2] !== undefined || age[0].includes('半') ? 0.5 : 0
    if (age[1] !== undefined) add(reading, 'age', start, after, value + half, RANK.unit, 'year')
    else if (value <= 48 && (age[3] !== undefined || (BABY.test(text) && !LATER.test(text.slice(after, after + 2)))))
      add(reading, 'age', start, after, value + half, RANK.labelled, 'month')
  }
}
