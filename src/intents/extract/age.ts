import { BABY } from './measure-label.ts'
import { add, before, matchAt, RANK, type Reading } from './reading.ts'

/** 1: years, 2: and a half, 3: months of age, 4: months of something. */
const AGE =
  /\s?[多来几]?\s?(?:(周?岁|years?[\s-]old|yrs?[\s-]?old|y\/?o(?![a-z])|살|세(?!트))(半)?|(个半?月大|months?[\s-]old|mo(?![a-z]))|(个半?月|개월|months?(?![a-z])))/y
const LATER =
  /^(?:以?[后前内]|了|才|\s?(?:뒤|후|전|동안|만|째|간|할부|무이자|보증|사용|쓰|as)| (?:ago|later|now|warranty|supply|guarantee|from|of|and counting))/
/** Words right before months that tell the age of somebody: "孩子10个月了", against "给孩子买了3个月了". */
const SOMEBODY =
  /(?:(?:宝宝?|孩子?|娃|婴儿?|闺女|儿子|女儿|小朋友|胎)\s?(?:是|有|才|都|快|刚|满|已经)*|(?<!了)(?:刚|快)满?)\s?$/

/** "for 3 months" is a time, not the age of the baby. */
const SPENT = /(?<![a-z])(?:for|in|last(?:s|ed)?|within|after|every|past|took|next) $/
/** "she just turned 7", "aged 5". */
const TURNED =
  /(?<![a-z])(?:(?:turn(?:s|ed|ing)?|aged?)(?: just)?(?: is|:)?|(?:(?:daughter|son|kid|child|girl|boy|toddler|niece|nephew|grandson|granddaughter)(?:['’]s| is)|s?he(?:['’]?s| is))(?: (?:only|just|almost|nearly|now))?) $/
const NOT_YEARS =
  /^['’′"]|^\s?(?:[a-z%$:/]*\d|[%.]\d?|cm|mm|kg|lbs?|pounds|inch|in(?![a-z])|feet|foot|ft|stone|st(?![a-z])|us|uk|eu|out|of|months?|mo(?![a-z])|weeks?|days?|times|into|in to|yellow|-)/

/** Age in years ("3岁半", "6 year old", "5살") or, for babies and when an age was asked for, months. */
export function readAge(reading: Reading): void {
  const { text } = reading
  for (const { start, end, value } of reading.numbers) {
    const age = value <= 120 ? matchAt(AGE, text, end) : null
    if (!age) {
      if (
        value >= 1 &&
        value <= 99 &&
        TURNED.test(before(text, start, 28)) &&
        !NOT_YEARS.test(text.slice(end, end + 8))
      )
        add(reading, 'age', start, end, value, RANK.unit, 'year')
      continue
    }
    const after = end + age[0].length
    const half = age[2] !== undefined || age[0].includes('半') ? 0.5 : 0
    if (age[1] !== undefined) add(reading, 'age', start, after, value + half, RANK.unit, 'year')
    else if (
      value >= 1 &&
      value <= 48 &&
      (age[3] !== undefined || reading.options.expects?.includes('age') || isBaby(text, start, after))
    )
      add(reading, 'age', start, after, value + half, RANK.labelled, 'month')
  }
}

function isBaby(text: string, start: number, end: number): boolean {
  if (!BABY.test(text)) return false
  const tail = text.slice(end, end + 10)
  if (SPENT.test(before(text, start))) return false
  return !LATER.test(tail) || (tail[0] === '了' && SOMEBODY.test(before(text, start)))
}
