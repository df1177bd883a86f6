import type { SlotName } from '../slots.ts'
import { add, before, matches, RANK, type Reading } from './reading.ts'

/** A code with its courier's letters, read out in groups: "sf 1440 0725 3381 6". */
const LETTERED_GROUPS = /(?<![a-z\d])(?:sf|yt|jt|jd[a-z]{0,3}|zto|sto|yd|zt) ?\d{2,15}(?: \d{1,6}){0,5}(?! ?\d)/g
const ID_GROUPS = /(?<!\d)\d{6}[ -](?:19|20)\d{6}[ -]\d{3}[\dx](?![\da-z])/g
const PRODUCT_GROUPS = /(?<![\d.-] ?)\d{3,5}(?: \d{3,5}){2,3}(?! ?\d)/g
const PRODUCT_BEFORE = /(?:商品|宝贝|货号|款号|编号|链接|id)[\s:是为#(]*$/
const PRODUCT_AFTER = /^\s?(?:这[款个件]|那[款个件]|还?有货|还有|有没有)/
/** "货号A2307" */
const ARTICLE = /(?:货号|款号|商品编[号码])[\s:是为#]*([a-z]{0,4}-?\d{3,9}[a-z]{0,2}(?:-\d{1,4})?)(?![\da-z])/g

/** Codes whose letters or spaces keep them from being a run of digits: courier letters with groups, identity numbers, product ids, article numbers. */
export function readTornCodes(reading: Reading): void {
  const { text } = reading
  for (const found of matches(ARTICLE, text)) {
    const end = found.index + found[0].length
    add(reading, 'product_ref', end - found[1]!.length, end, found[1]!.toUpperCase(), RANK.form)
  }
  if (!/[a-z\d][ -]\d/.test(text)) return
  const push = (slot: SlotName, found: RegExpExecArray, value: string) =>
    add(reading, slot, found.index, found.index + found[0].length, value.toUpperCase(), RANK.form)
  for (const found of matches(LETTERED_GROUPS, text)) {
    const code = found[0].replaceAll(' ', '')
    if (/\d{10,18}$/.test(code)) push('tracking_no', found, code)
  }
  for (const found of matches(ID_GROUPS, text)) push('id_card', found, found[0].replace(/[ -]/g, ''))
  for (const found of matches(PRODUCT_GROUPS, text)) {
    const digits = found[0].replaceAll(' ', '')
    const named =
      PRODUCT_BEFORE.test(before(text, found.index, 16)) ||
      PRODUCT_AFTER.test(text.slice(found.index + found[0].length))
    if (named && /^(?!1[3-9]\d{9}$)\d{10,13}$/.test(digits)) push('product_ref', found, digits)
  }
}
