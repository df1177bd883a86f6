import { MARK } from '../normalise.ts'
import type { SlotName } from '../slots.ts'
import { isIdCard, passesLuhn } from './checksums.ts'
import { FOREIGN_CUE } from './cues.ts'
import { add, before, matches, RANK, type Reading } from './reading.ts'
import { splitProductIds } from './split-ids.ts'
import { readTornCodes } from './torn-codes.ts'

const DIGITS = /(?<!\d)\d{10,}(?!\d)/g
const GROUPED_CARD = /(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?!\d)/g
/** Codes with the letters of a courier, and the postal unions' thirteen characters. */
const LETTERED =
  /(?<![a-z\d])(?:(?:sf|yt|jt|jd[a-z]{0,3}|v[a-z]|dpk|zto|sto|yd|zt|ky|lp|cnsf|ytd)\d{8,18}|1z[\da-z]{16}|[a-z]{2}\d{9}[a-z]{2})(?![a-z\d])/g
const LINK_ID =
  /[?&/](?:id|itemid|item_id|goods_id|goodsid|product_id|sku|skuid|wareid)=(\d{6,19})|\/(?:item|product|goods)s?\/(\d{6,19})|item\.(?:m\.)?jd\.com\/(?:product\/)?(\d{5,14})/i

const ORDER_BEFORE =
  /(?:订单编?号?|订单|单子号|order (?:no\.?|number|id|#)|order|주문\s?번호)(?:[\s:是为#[은는이]|is|was)*$/
const ORDER_AFTER = /^\s?(?:这个?|的)?(?:订单|单子)/
const PARCEL_BEFORE =
  /(?:快递单?号|物流单?号|运单号?|单号|包裹|(?<!什么|啥|哪个|哪家|哪种|多少)快递|tracking (?:no\.?|number|id|#)|tracking|waybill|송장\s?번호|운송장|顺丰|顺风|中通|圆通|申通|韵达|百世|汇通|邮政|ems|极兔|德邦|京东快递|天天快递|天天|송장|등기|(?<![a-z])(?:usps|ups|fedex|dhl|royal mail|evri|yodel|dpd|gls|4px|yanwen|parcel|label)|대한통운|한진(?:택배)?|롯데(?:택배)?|우체국(?:택배)?|로젠(?:택배)?|택배)[\s:是为发的#]*$/
const PARCEL_AFTER =
  /^\s?(?:这个?|还有这个?|的)?(?:包裹|快递单|单号|运单|顺丰|中通|圆通|申通|韵达|百世|汇通|邮政|ems|极兔|德邦|天天快递)|^ (?:usps|ups|fedex|dhl|royal mail|evri|yodel|dpd|gls|4px|yanwen)(?![a-z])|^ ?(?:송장|운송장|택배|대한통운|한진|롯데|우체국|로젠)/
const PRODUCT_BEFORE =
  /(?:商品(?:id|编号|号|链接)?|宝贝(?:id|编号)?|货号|款号|(?<!订单|快递|物流|运单)编号|链接|sku|item|型号|상품\s?번호)[\s:是为#(]*$/
const BANK = /卡号|银行|信用卡|储蓄卡|借记卡|[工农建招中交]行|card|account|카드|계좌/
const CARD_BEFORE = /(?:[行蓄用]卡|(?<!会员|购物|充值|礼品)卡号)[\s:是为]*$/
const TAIL = /(?:尾[号数]|(?:[后末]|最后)(?:[三四五六]|\d)位(?:数字?|号码?)?)\s?(?:是|为|:)?\s?(\d{3,8}x?)(?![\da-z])/g
/** Codes with a word for an order or a bare "#"; behind "order" alone a count is not one ("order 20000 units"). */
const SHORT_ORDER =
  /(?:(?<![a-z])order (?:no\.?|number|num|id|ref|#)(?: is|:)?|订单编?号|주문\s?번호)[\s:是为#은는]*([a-z]{0,4}-?\d[\da-z-]{3,22})(?![\da-z])|(?<![a-z])order (?:#\s?)?([a-z]{0,4}-?\d{5,9})(?![\da-z-]| ?(?:pcs|pieces?|units?|pairs?|boxes|packs?|sets?|of))|(?<![\w&#])#\s?([a-z]{0,3}-?(?!20[12]\d(?!\d))\d{4,9})(?![\da-z])/g
const HEX = /colou?r|hex|色/
const SHORT_PRODUCT =
  /(?:(?<![a-z])(?:sku|item (?:no\.?|number|code|#)|product (?:no\.?|number|code|id)|style (?:no\.?|number|code))(?: is| was)?|상품\s?(?:번호|코드)|품번|모델명)[\s:#은는]*([a-z]{0,4}-?\d{3,}[\da-z-]{0,16})(?![\da-z])/g

/** Product ids and links, order numbers, tracking numbers, bank cards and identity numbers. */
export function readCodes(reading: Reading): void {
  const { text, numbers } = reading
  if (text.includes(MARK.url)) readLinks(reading)
  if (numbers.length === 0 || !/\d{3}/.test(text)) return
  for (const found of matches(LETTERED, text)) {
    add(reading, 'tracking_no', found.index, found.index + found[0].length, found[0].toUpperCase(), RANK.form)
  }
  readTornCodes(reading)
  for (const found of matches(DIGITS, text)) readDigits(reading, found[0], found.index)
  for (const found of matches(GROUPED_CARD, text)) {
    const digits = found[0].replace(/\D/g, '')
    const slot = passesLuhn(digits) || CARD_BEFORE.test(before(text, found.index)) ? 'bank_card' : 'order_no'
    add(reading, slot, found.index, found.index + found[0].length, digits, RANK.form)
  }
  for (const found of matches(SHORT_ORDER, text)) {
    const code = (found[1] ?? found[2] ?? found[3])!
    const end = found.index + found[0].length
    if (found[3] !== undefined && HEX.test(text)) continue
    add(reading, 'order_no', end - code.length, end, code.toUpperCase(), RANK.labelled)
  }
  for (const found of reading.cues & FOREIGN_CUE ? matches(SHORT_PRODUCT, text) : []) {
    const code = found[1]!
    const end = found.index + found[0].length
    add(reading, 'product_ref', end - code.length, end, code.toUpperCase(), RANK.labelled)
  }
  if (/尾[号数]|[后末].位/.test(text)) readTails(reading)
}

function readLinks(reading: Reading): void {
  const { form, text } = reading
  for (let i = text.indexOf(MARK.url); i >= 0; i = text.indexOf(MARK.url, i + 1)) {
    const id = LINK_ID.exec(form.original.slice(form.at[i], form.at[i + 1]))
    if (id) add(reading, 'product_ref', i, i + 1, (id[1] ?? id[2] ?? id[3])!, RANK.form)
  }
}

/** Bare digits by their neighbours first, then by their length: Taobao, JD and Pinduoduo ids have 10-13, order numbers 16-19. */
function readDigits(reading: Reading, digits: string, start: number): void {
  const { text } = reading
  const end = start + digits.length
  const lead = before(text, start, 16)
  const tail = text.slice(end, end + 12)
  const length = digits.length
  if (PRODUCT_BEFORE.test(lead) && length <= 19) add(reading, 'product_ref', start, end, digits, RANK.form)
  else if (ORDER_BEFORE.test(lead)) add(reading, 'order_no', start, end, digits, RANK.labelled)
  else if (length === 18 && (isIdCard(digits) || isAsked(reading, 'id_card')))
    add(reading, 'id_card', start, end, digits, RANK.form)
  else if (length === 17 && /^x/.test(tail) && isIdCard(`${digits}x`))
    add(reading, 'id_card', start, end + 1, `${digits}X`, RANK.form)
  else if (
    length >= 15 &&
    length <= 19 &&
    (isAsked(reading, 'bank_card') || CARD_BEFORE.test(lead) || (BANK.test(text) && passesLuhn(digits)))
  )
    add(reading, 'bank_card', start, end, digits, RANK.form)
  else if (PARCEL_BEFORE.test(lead) || PARCEL_AFTER.test(tail)) {
    if (length <= 22) add(reading, 'tracking_no', start, end, digits, RANK.labelled)
    else readRun(reading, digits, start)
  } else if (ORDER_AFTER.test(tail) && length <= 22 && length >= 14)
    add(reading, 'order_no', start, end, digits, RANK.labelled)
  else readRun(reading, digits, start)
}

function isAsked({ options }: Reading, slot: SlotName): boolean {
  return options.expects?.includes(slot) ?? false
}

function readRun(reading: Reading, digits: string, start: number): void {
  const end = start + digits.length
  if (digits.length <= 13) {
    const asked = reading.options.expects?.find((slot) => slot === 'order_no' || slot === 'tracking_no')
    if (asked) {
      add(reading, asked, start, end, digits, RANK.unit)
      return
    }
    // a leading 0 is an area code, and contact.ts knows the form of a mobile
    if (!digits.startsWith('0') && !/^1[3-9]\d{9}$/.test(digits))
      add(reading, 'product_ref', start, end, digits, RANK.unit)
    return
  }
  const ids = splitProductIds(digits)
  if (ids) {
    let at = start
    for (const id of ids) {
      add(reading, 'product_ref', at, at + id.length, id, RANK.unit)
      at += id.length
    }
  } else add(reading, digits.length < 16 ? 'tracking_no' : 'order_no', start, end, digits, RANK.unit)
}

/** "尾号8826": of a parcel when the talk is of one, of a phone when it says so, else of an order. */
function readTails(reading: Reading): void {
  const { text } = reading
  for (const found of matches(TAIL, text)) {
    const end = found.index + found[0].length
    const lead = before(text, found.index)
    // without a word for what it is the end of, only 尾号 is clear
    if (!found[0].startsWith('尾') && !/手机|电话|号码|银行|卡|订单|身份|单号|快递|物流|运单/.test(lead)) continue
    if (found[1]!.endsWith('x') && !/身份/.test(lead)) continue
    const whose = `${lead}|${/^的?(?:银行卡|信用卡|卡|手机|订单)/.exec(text.slice(end, end + 4))?.[0] ?? ''}`
    const slot = /身份/.test(lead)
      ? 'id_card'
      : /手机|电话|(?<!卡|订单|单)号码/.test(whose)
        ? 'phone'
        : /银行|卡/.test(whose)
          ? 'bank_card'
          : /订单/.test(whose)
            ? 'order_no'
            : /快递|物流|单号|运单|到哪|签收|派送/.test(text)
              ? 'tracking_no'
              : 'order_no'
    add(reading, slot, end - found[1]!.length, end, found[1]!.toUpperCase(), RANK.labelled)
  }
}
