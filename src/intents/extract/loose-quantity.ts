import type { NumberToken } from './numbers.ts'
import { add, before, matches, RANK, type Reading } from './reading.ts'

/** "a pair of the brown ones", "a couple of pillowcases": one of a measure, or two. */
const ARTICLE =
  /(?:^|(?<=(?:^|[,.;!?] |(?<![a-z])(?:want|need|get|gimme|give me|send|order|ordered|buy|take|grab|add|like|and|just|only|me) )))(?:(?:an?|another) (pair|box|pack|bag|bottle|set)|a couple) of (?!days?|weeks?|months?|hours?|minutes?|times|years|questions?|things|issues|people)/g
const BUYING_BEFORE =
  /(?<![a-z])(?:buy|buying|bought|order|ordered|want|wanted|need|get|getting|got|(?<!you )take|grab|send(?: me)?|sent(?: me)?|receive|received|purchased?|add|make it|instead of|get me|give me|gimme)(?: just| only| all| like| about)? $/
const BUYING_AFTER =
  /^(?:\s?[,.!?;]?$|[,.!?;](?!\d)| (?:more|of (?:them|these|those|the|each|this)|got|but|and|n|instead|in|only|please|pls|plz|total|if|then|for|rather|to (?:try|start|begin|test)|or|each|left|came|not|today|now|thanks|thx|lol)(?![a-z]))/
const MORE_AFTER =
  /^ more(?=\s?[,.!?]?$|[,.!?] | (?:of|please|pls|in|same|like|for|if|to my|and|items?|pieces?)(?![a-z]))/
const OF_AFTER = /^ of (?:them|these|those|each|the [a-z -]{0,14}ones?)(?![a-z])/
const GIFT_DEAL = /(?<![a-z])buy (?:one|two|three|\d) get (?:one|two|\d)|bogo/
const KOREAN =
  /(?<![가-힣])(하나(?!요)|둘|셋|넷)(?=(?:만|랑|하고|씩|이?요|로)?(?:[\s,.!?~]|$)|만|랑 |하고 |씩)(?!(?:만|이)? ?(?:있|궁금|물어|여쭤|여쭐|부탁|질문|다|중|같|문제|말))/g
const KOREAN_WANTED =
  /^(?:만|랑|하고|씩|이?요|로)?\s?(?:$|[,.!?~]|더|주세|주시|줘|추가|주문|살|사[고면려]|구매|보내|담|시[켜킬켰]|그리고|[가-힣]+ (?:하나|둘|\d{2,3}))|^랑|^하고|^씩/
const KOREAN_NUMBER: Readonly<Record<string, number>> = { 하나: 1, 둘: 2, 셋: 3, 넷: 4 }

/** Quantities without a counter: "i ordered 2 got 1", "6 of the gold ones", "3 more", "2 black", 하나. Run after words and sizes. */
export function readLooseQuantity(reading: Reading): void {
  const { text, options } = reading
  if (/[하둘셋넷]/.test(text)) {
    for (const found of matches(KOREAN, text)) {
      const end = found.index + found[1]!.length
      if (KOREAN_WANTED.test(text.slice(end, end + 12)))
        add(reading, 'quantity', found.index, end, KOREAN_NUMBER[found[1]!]!, RANK.bare)
    }
  }
  if (options.locale !== 'en') return
  if (text.includes(' of ')) readArticles(reading)
  if (GIFT_DEAL.test(text)) return
  for (const number of reading.numbers) {
    if (isWanted(reading, number)) add(reading, 'quantity', number.start, number.end, number.value, RANK.bare)
  }
}

function readArticles(reading: Reading): void {
  for (const found of matches(ARTICLE, reading.text)) {
    const written = found[0].slice(0, found[0].lastIndexOf(' of'))
    add(reading, 'quantity', found.index, found.index + written.length, found[1] ? 1 : 2, RANK.unit, found[1])
  }
}

function isWanted(reading: Reading, { start, end, value, kind, text: written }: NumberToken): boolean {
  const { text, hits } = reading
  if (kind === 'metres' || written.includes('dozen') || value < 1 || value > 9999 || !Number.isInteger(value))
    return false
  const tail = text.slice(end, end + 28)
  if (MORE_AFTER.test(tail) || (value > 1 && OF_AFTER.test(tail))) return true
  const lead = before(text, start, 24)
  if (BUYING_BEFORE.test(lead)) {
    if (
      BUYING_AFTER.test(tail) &&
      !(value === 1 && kind === 'words' && !/^\s?[,.!?]?$|^ to (?:try|start|test)/.test(tail))
    )
      return true
    return isGoods(reading, end)
  }
  return (start === 0 || /(?:and|plus|&|,) $/.test(lead)) && value < 100 && hits.length > 0 && isGoods(reading, end)
}

/** A colour or a taste right behind: "2 black", "3 white tees". */
function isGoods({ hits, text }: Reading, end: number): boolean {
  return (
    /^ [a-z]/.test(text.slice(end, end + 2)) &&
    hits.some((hit) => (hit.slot === 'colour' || hit.slot === 'flavour') && hit.start === end + 1)
  )
}
