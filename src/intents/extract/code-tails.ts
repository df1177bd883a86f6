import type { SlotName } from '../slots.ts'
import { add, before, matches, RANK, type Reading } from './reading.ts'

/** "ending in 4417", "last 4 of my card 0092", "끝자리 7742". */
const TAIL =
  /(?:(?<![a-z])(?:ending|ends|finishing)(?: in| with)?|(?<![a-z])last (?:4|four)(?: digits?)?(?: of [a-z ]{2,20}?)?(?: are| is|:)?|(?:끝|뒤|뒷) ?(?:자리|번호|4자리|네 ?자리)(?: ?번호)?(?:는|은|가|:)?)\s?(\d{3,8})(?!\d)/g
const HAS_TAIL = /ending|ends|finishing|last (?:4|four)|[끝뒤뒷] ?[자번4네]/
/** "4417이랑 8031": another of the same kind. */
const LIST = /^(?:이?랑| ?하고|과|와|,| and| or| &) ?(\d{3,8})(?!\d)/
/** "**** 7731" */
const MASKED = /(?:[*•]{2}|(?<![a-z])x{2})[ -]?(\d{4})(?!\d)/g
const CARD = /card|visa|amex|account|카드|계좌/

/** The last digits of a card, phone, parcel or order in English and Korean; 尾号 is read in codes.ts. */
export function readCodeTails(reading: Reading): void {
  const { text, numbers } = reading
  if (numbers.length === 0) return
  if (HAS_TAIL.test(text)) {
    for (const found of matches(TAIL, text)) {
      let end = found.index + found[0].length
      const slot = slotOf(`${before(text, found.index, 24)}${found[0]}`, text.slice(end, end + 10))
      if (slot === undefined) continue
      push(reading, slot, found[1]!, end)
      const next = LIST.exec(text.slice(end, end + 16))
      if (!next) continue
      end += next[0].length
      push(reading, slot, next[1]!, end)
    }
  }
  if (/[*•x]{2}[ -]?\d{4}/.test(text) && CARD.test(text)) {
    for (const found of matches(MASKED, text)) push(reading, 'bank_card', found[1]!, found.index + found[0].length)
  }
}

function push(reading: Reading, slot: SlotName, digits: string, end: number): void {
  add(reading, slot, end - digits.length, end, digits, RANK.labelled)
}

/** What the words nearest before the digits name, else those behind; "it ends 2027" names nothing. */
function slotOf(lead: string, tail: string): SlotName | undefined {
  const kinds: readonly (readonly [SlotName, RegExp])[] = [
    ['bank_card', /card|visa|amex|account|카드|계좌/g],
    ['phone', /phone|mobile|cell|number i|전화|휴대폰|핸드폰|연락처|폰/g],
    ['tracking_no', /track|parcel|waybill|package|송장|운송장|택배/g],
    ['order_no', /order|주문/g],
  ]
  for (const words of [lead, tail]) {
    let best: SlotName | undefined
    let at = -1
    for (const [slot, pattern] of kinds) {
      const last = matches(pattern, words).at(-1)
      if (last && last.index > at) {
        at = last.index
        best = slot
      }
    }
    if (best) return best
  }
  return undefined
}
