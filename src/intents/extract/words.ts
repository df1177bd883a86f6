import { readWords, type WordHit } from './lexicon.ts'
import { readPlaces } from './places.ts'
import { add, before, RANK, type Reading } from './reading.ts'

const FOR_SOMEBODY = /(?:给|送|替|帮|为|for|to)(?:我们?|俺|咱|自己)?(?:家的?|的)?(?:小)?\s?(?:my |a |the |our )?$/
const GIFT_AFTER = /^\s?(?:的)?(?:过?生日|过节|礼物|선물|生日礼物|birthday|gift|'s (?:birthday|gift))/
const DRIED = /^(?:干|片|肉|仁)/

/** What the tables know: colours, flavours, couriers, whom it is for, and places. */
export function readTableWords(reading: Reading): void {
  const places: WordHit[] = []
  for (const word of readWords(reading.text)) {
    if (word.slot === 'region') places.push(word)
    else if (word.slot !== undefined && counts(reading.text, word)) {
      add(reading, word.slot, word.start, word.start + word.text.length, word.value, RANK.unit)
    }
  }
  if (places.length > 0) readPlaces(reading, places)
}

function counts(text: string, word: WordHit): boolean {
  const end = word.start + word.text.length
  if (word.slot === 'receiver') {
    return FOR_SOMEBODY.test(before(text, word.start, 12)) || GIFT_AFTER.test(text.slice(end, end + 10))
  }
  return word.slot !== 'flavour' || !DRIED.test(text.slice(end, end + 1))
}
