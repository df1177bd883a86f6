import { BABY } from './measure-label.ts'
import type { NumberToken } from './numbers.ts'
import { add, before, RANK, type Reading } from './reading.ts'

const CHILD_SIZES = new Set([52, 59, 66, 73, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170])
const WORN = /(?:穿|拿|选|拍|换|买)(?:个|的)?\s?$/
const WORN_ONLY = /穿的?(?:是|都是)?\s?$/
const OR = /^(?:的|码)?\s?(?:还是|好?还是|或者?|或是|\/|、)\s?(?:穿|拿|买|选)?$/
/** Behind a bare size nothing may count something else. */
const OTHER_UNIT =
  /^\s?(?:[斤块元天岁个件包盒袋条双只片张度号月年克分层米套人次多来到左上,.:-]?\d|[斤块元天岁个件包盒袋条双只片张度号月年克层米套人次%~]|公[斤分]|多|来|左右|上下|cm|kg|厘米|[a-z])/
/** "38的还有吗", "42的偏小吗": what the goods of that size are asked. */
const OF_SIZE = /^的\s?(?:鞋|裤|还有|有没有|有货|没货|没有|会不会|偏|合适|合不合|大不大|小不小|挤|够不够|富余)/

/** Sizes without 码: "穿38还是39", "平时穿42", "110的会不会大" of a child. */
export function readBareSize(reading: Reading): void {
  const { text, numbers } = reading
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i]!
    if (!isSize(number)) continue
    const lead = before(text, number.start)
    const next = numbers[i + 1]
    if (next && isSize(next) && WORN.test(lead) && OR.test(text.slice(number.end, next.start))) {
      const unit = text.slice(next.end, next.end + 4)
      if (OTHER_UNIT.test(unit)) continue
      push(reading, number)
      push(reading, next)
      continue
    }
    const tail = text.slice(number.end, number.end + 6)
    if (OTHER_UNIT.test(tail)) continue
    const child = number.value >= 52
    const worn = child ? WORN.test(lead) : WORN_ONLY.test(lead)
    if ((worn || OF_SIZE.test(tail)) && (!child || BABY.test(text)) && (child || number.value >= 33))
      push(reading, number)
  }
}

/** Shoes and trousers 26 to 48, halves among them, and children's heights. */
function isSize({ value, kind }: NumberToken): boolean {
  return kind === 'digits' && ((value >= 26 && value <= 48 && Number.isInteger(value * 2)) || CHILD_SIZES.has(value))
}

function push(reading: Reading, { start, end, value }: NumberToken): void {
  add(reading, 'size', start, end, String(value), RANK.bare)
}
