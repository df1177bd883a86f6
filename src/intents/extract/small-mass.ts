import { numeral } from './numerals.ts'
import { add, before, matches, RANK, type Reading, round } from './reading.ts'

/** 1: a numeral before 两, which is a numeral itself ("三两个" is about three), 2: one before grams. */
const SMALL =
  /(?:(?<![\d一二三四五六七八九十百千万斤.])([二三四五六七八九十半]|\d{1,2}(?:\.\d)?)两多?(?![个天件次包盒袋条双瓶块分百千万人年月周岁句种样套口下回位本张全米点只把斤侧边边面头\d一二三四五六七八九])|(?<![\d.])(\d{1,4})\s?(?:g|克)(?![a-z拉]))/g
/** Grams count where somebody wants or weighed them; elsewhere they tell a specification ("充绒量300克"). */
const WANTED = /(?:[要来买称拍拿寄差]|实重|先|只有|才|少了?|收到|一共|总共)[了个到就上是]{0,2}\s?$/

/** A mass below a pound in kg: 三两 (50 g each), 要500g. */
export function readSmallMass(reading: Reading): void {
  const { text } = reading
  if (!/两|\d\s?[g克]/.test(text)) return
  for (const found of matches(SMALL, text)) {
    const [written, liang, grams] = found
    if (liang === undefined && !WANTED.test(before(text, found.index))) continue
    const kg = liang === undefined ? Number(grams) / 1000 : (liang === '半' ? 0.5 : numeral(liang)) * 0.05
    add(reading, 'mass', found.index, found.index + written.length, round(kg), RANK.labelled, 'kg')
  }
}
