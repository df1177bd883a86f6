import { FOREIGN_CUE } from './cues.ts'
import { WEIGHT_UNIT } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { add, matchAt, matches, RANK, type Reading, round } from './reading.ts'

/** "five two", "six foot one". */
const SPOKEN =
  /(?<![a-z])(four|five|six)(?: foot| feet| ft)?[ -](one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?![a-z]| (?:packs?|pieces?|of|pairs?|boxes|star))/g
const SPOKEN_ABOUT =
  /stone|(?<![a-z])(?:st|lbs?|kgs?|pounds|tall|height|petite|foot|feet|weigh|i['’]?m|s?he['’]?s)(?![a-z])/
/** A bare number beside feet is in pounds: "5'4 130". */
const FEET_GAP = /^[\s,/]{1,2}(?:(?:and|n|&|at|about|around|like|~) ){0,2}$/
const FEET_CUE = /['’′]|f[eot]/
const SPOKEN_CUE = /(?:four|five|six)[ -]/

/** What people say who count in feet: "five two", and "5'4 130", where the weight has no unit. Run when heights in feet are read. */
export function readFeetTalk(reading: Reading): void {
  const { text, cues, numbers } = reading
  if (cues & FOREIGN_CUE && SPOKEN_CUE.test(text)) readSpoken(reading)
  if (FEET_CUE.test(text)) for (const number of numbers) readPounds(reading, number)
}

function readSpoken(reading: Reading): void {
  const { text, numbers } = reading
  if (!SPOKEN_ABOUT.test(text)) return
  for (const found of matches(SPOKEN, text)) {
    const end = found.index + found[0].length
    const [feet, inches] = numbers.filter(({ start }) => start >= found.index && start < end)
    if (feet && inches)
      add(reading, 'height', found.index, end, Math.round(feet.value * 30.48 + inches.value * 2.54), RANK.labelled)
  }
}

function readPounds(reading: Reading, number: NumberToken): void {
  const { text, hits } = reading
  if (number.kind !== 'digits' || number.value < 70 || number.value > 400) return
  const feet = hits.find(
    (hit) =>
      hit.slot === 'height' &&
      hit.end <= number.start &&
      FEET_GAP.test(text.slice(hit.end, number.start)) &&
      /['’′f]/.test(text.slice(hit.start, hit.end)),
  )
  if (
    !feet ||
    matchAt(WEIGHT_UNIT, text, number.end) ||
    /^ ?(?:\d|cm|in|[$%])/.test(text.slice(number.end, number.end + 3))
  )
    return
  add(reading, 'weight', number.start, number.end, round(number.value * 0.4536), RANK.bare, 'kg')
}
