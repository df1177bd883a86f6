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

/** A courier named only to be refused (不要中通, 申通太慢了) is no wish. */
const REFUSED_BEFORE = /(?:不要|别(?:发|用|走|寄)?|不(?:发|走|用|想要|喜欢)|除了|not |no |don't (?:use|send by) )$/
const REFUSED_AFTER = /^(?:快递|速运)?(?:真的?|实在|也)?(?:太|好|很|超|这么|那么)(?:慢|贵|差|坑|垃圾|不靠谱)/

function counts(text: string, word: WordHit): boolean {
  const end = word.start + word.text.length
  if (word.slot === 'courier') {
    return !REFUSED_BEFORE.test(before(text, word.start, 16)) && !REFUSED_AFTER.test(text.slice(end, end + 10))
  }
  if (word.slot === 'receiver') {
    return FOR_SOMEBODY.test(before(text, word.start, 12)) || GIFT_AFTER.test(text.slice(end, end + 10))
  }
  return word.slot !== 'flavour' || !DRIED.test(text.slice(end, end + 1))
}
