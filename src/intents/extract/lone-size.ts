import type { NumberToken } from './numbers.ts'
import { add, before, matchAt, RANK, type Reading } from './reading.ts'

/** "kids 9", "would a 12", "in 43", against "back in 10". */
const WORN_BEFORE =
  /(?<![a-z])(?:kids?|child(?:ren)?|toddlers?|youth|girls?|boys?|m[ae]n|wom[ae]n|ladies|junior)(?:['’]?s)? (?:size )?$/
const ARTICLE_BEFORE =
  /(?<![a-z])(?:would|be|will|wears?|wearing|usually|normally|typically|i['’]?m|am|is|between|get|take|need|want|order(?:ed)?|got|than|that|or|from|fits?|went with|go with) (?:usually |normally |typically |about )?an? $/
const IN_BEFORE =
  /(?<!(?:back|there|home|ready|arrives?|come|comes|leave|leaving|be|born|off|call|start) )(?<![a-z])in (?:an? )?$/
const CHAIN = /^ (?:or|and|vs|to|n|over) (?:an? )?$/
const END = '\\s?(?:$|[,.?!;:])| (?:or|and|please|pls|plz|instead|n|too|left|available|then|wide|if|but'
const ENGLISH_AFTER = new RegExp(`^(?:${END})(?![a-z]))`)
const ARTICLE_AFTER = new RegExp(
  `^(?:${END}|be|in|is|fits?|will|work|works|now|right|usually|normally|here|lol|so|with|petite|regular|tall|to|for me)(?![a-z]))`,
)

/** Garments that stand before a Korean size, and words after one: "상의 55", "245 가야하나", "28이랑 29 고민". */
const GARMENT_BEFORE =
  /(?:상의|하의|바지|치마|원피스|티|티셔츠|셔츠|자켓|재킷|코트|청바지|슬랙스|신발|운동화|구두|부츠|샌들|슬리퍼|속옷|팬티|블라우스|니트|맨투맨|패딩|점퍼)(?:는|은|가|도|를)? ?$/
const KOREAN_AFTER =
  /^(?:을|를|로|으로|이|가|은|는|도|만|인데|이면|면|짜리|이?랑은)? ?(?:입[어으는고니었던습]|신[어으는고었던습]|사면|살까|살게|사야|사도|샀|가야|가면|갈까|가는|시켰|시킬|시키|주문|고민|교환|바꿔|바꾸|맞[을나는았]|크[면나]|작[으은]|[끼껴]|커요|하나|하고 |재고|있나|있어|있을|남[았은]|품절|추천)/
const KOREAN_LIST = /^(?:이?랑|하고|이나|나|,|\/) ?\d/
const MILLIMETRE = /\s?(?:mm|미리)(?![a-z])(?! ?(?:두께|길이|폭|짜리|렌즈))/y
const TROUSERS = /허리|바지|청바지|슬랙스|데님|진 /

/** Sizes that are only a number, by the words around them. Run when measures and money are read: what is something else already is no size. */
export function readLoneSize(reading: Reading): void {
  const korean = /[가-힣]/.test(reading.text)
  if (reading.options.locale !== 'en' && !korean) return
  let last: NumberToken | undefined
  for (const number of reading.numbers) {
    if (number.kind !== 'digits' || isTaken(reading, number)) continue
    // "240mm" is what a shoe's box says, in Korea
    const mm =
      korean && number.value >= 200 && number.value <= 320 && number.value % 5 === 0
        ? matchAt(MILLIMETRE, reading.text, number.end)
        : null
    if (mm) {
      add(reading, 'size', number.start, number.end + mm[0].length, String(number.value), RANK.bare)
      continue
    }
    const found = korean ? isKorean(reading, number, last) : isEnglish(reading, number, last)
    if (!found) continue
    add(reading, 'size', number.start, number.end, String(number.value), RANK.bare)
    last = number
  }
}

function isTaken({ hits }: Reading, { start, end }: NumberToken): boolean {
  return hits.some((hit) => hit.start < end && start < hit.end)
}

function isEnglish({ text }: Reading, { start, end, value }: NumberToken, last: NumberToken | undefined): boolean {
  if (value > 60 || !Number.isInteger(value * 2)) return false
  const tail = text.slice(end, end + 12)
  if (last && CHAIN.test(text.slice(last.end, start))) return ARTICLE_AFTER.test(tail)
  const lead = before(text, start, 30)
  if (WORN_BEFORE.test(lead)) return ENGLISH_AFTER.test(tail)
  if (IN_BEFORE.test(lead)) return value >= 4 && ENGLISH_AFTER.test(tail)
  return ARTICLE_BEFORE.test(lead) && ARTICLE_AFTER.test(tail)
}

function isKorean({ text }: Reading, { start, end, value }: NumberToken, last: NumberToken | undefined): boolean {
  if (!isKoreanSize(text, value)) return false
  const lead = before(text, start, 8)
  if (/[\d./:$₩-] ?$/.test(lead)) return false
  const tail = text.slice(end, end + 12)
  if (last && /^(?:이?랑|하고|이나|나|,|\/) ?$/.test(text.slice(last.end, start))) return true
  if (GARMENT_BEFORE.test(lead) && /^(?:$|[^\d가-힣a-z%]|[은는이가로도랑인입])/.test(tail)) return true
  if (KOREAN_AFTER.test(tail)) return true
  return KOREAN_LIST.test(tail) && isKoreanList(text, end)
}

/** The second of two sizes tells what the first is. */
function isKoreanList(text: string, end: number): boolean {
  const second = /^(?:이?랑|하고|이나|나|,|\/) ?(\d{2,3})(?!\d)/.exec(text.slice(end, end + 8))
  if (!second || !isKoreanSize(text, Number(second[1]))) return false
  return (
    KOREAN_AFTER.test(text.slice(end + second[0].length, end + second[0].length + 12)) ||
    / 중/.test(text.slice(end, end + 12))
  )
}

/** Women's 44-99, chests and children's heights in fives, shoes in mm, trousers in inches. */
function isKoreanSize(text: string, value: number): boolean {
  if (value % 11 === 0 && value >= 44 && value <= 99) return true
  if (value % 5 === 0 && value >= 80 && value <= 310) return true
  return Number.isInteger(value) && value >= 24 && value <= 42 && TROUSERS.test(text)
}
