import { MARK } from '../normalise.ts'
import { cue } from './cues.ts'
import { add, before, matches, RANK, type Reading } from './reading.ts'

const MOBILE = /(?<![\d.])(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:\d{8}|([- .])?\d{4}[- .]?\d{4})(?!\d)/g
/** Groups that people tear a mobile into apart from 3-4-4. */
const TORN_MOBILE =
  /(?<![\d.] ?)1(?: [3-9]\d \d{4} \d{4}|[3-9]\d(?: \d{3} \d{5}|\d{2}(?: \d{6}| \d{3} \d{3})|\d{4} \d{4}))(?! ?\d)/g
/** A mobile in Chinese numerals; runs of one numeral are cut in the text, so its length is taken from the original. */
const HAN_MOBILE = /[一幺][三四五六七八九][零〇一二三四五六七八九幺]{3,9}/g
const HAN_DIGITS = '零一二三四五六七八九'
const LANDLINE = /(?<![\d.])(?:\(?0\d{2,3}\)?[- ]?[2-8]\d{6,7}(?:-\d{1,5})?|400[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)/g
const KOREAN =
  /(?<![\d.])(?:\+?82[- ]?(?:0?1[016-9]|0?2|0?[3-6]\d)|01[016-9]|02|0[3-6]\d)[- .]?\d{3,4}[- .]?\d{4}(?!\d)/g
const AMERICAN = /(?<![\d.])(?:\+?1[- .]?)?(?:\(\d{3}\)\s?|\d{3}[- .])\d{3}[- .]\d{4}(?!\d)/g
const BRITISH = /(?<![\d.])0(?:7\d{3} ?\d{3} ?\d{3}|20 ?\d{4} ?\d{4}|1\d{2} ?\d{3} ?\d{4}|1\d{3} ?\d{5,6})(?!\d)/g
const ABROAD = /(?<!\d)\+\d{1,3}[- ]?(?:\d[- ]?){6,12}\d(?!\d)/g
const LABELLED =
  /(?:电话|手机号?|号码|联系方式|tel|phone|mobile|cell|call me (?:at|on)|text me (?:at|on)|전화(?:번호)?|연락처|휴대폰|핸드폰)[\s:是为a-z]{0,8}?(\d[\d -]{5,14}\d)(?!\d)/g
/** An account of a messenger reaches a person as a phone does. */
const MESSENGER = /(?:微信|v信|vx|wx|qq|扣扣)号?(?:码|是|为|:|\s)*([a-z][\w-]{5,19}|\d{5,11})(?![\da-z])/g
const MESSENGER_CUE = cue('信扣xq')
/** Spaces may stand around the @, and a host that stands alone was taken for a link. */
const EMAIL = /[a-z\d._%+-]+ ?@ ?(?:[a-z\d-]+(?:\.[a-z\d-]+)+|\ue001)/g
const ADDRESS = /^[^@]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/
/** Chats lose the @ and the dot of an address when punctuation is stripped. */
const STRIPPED_EMAIL =
  /[a-z\d._-]{5,}(?:@|#)?(?<host>qq|163|126|sina|gmail|hotmail|outlook|foxmail|naver|yahoo)\s?\.?com(?![a-z])/g
const RESIDENT = /(?<!\d)\d{6}-[1-4]\d{6}(?!\d)/g
const PRODUCT_LEAD = /(?:商品|宝贝|货号|款号|编号|链接|sku|item)\S{0,4}$/

/** Phones (Chinese, Korean, American, +nn), e-mail addresses, messenger accounts, Korean resident numbers. */
export function readContact(reading: Reading): void {
  const { text, numbers } = reading
  if (text.includes('@') || text.includes('com')) {
    for (const pattern of [EMAIL, STRIPPED_EMAIL]) {
      for (const found of matches(pattern, text)) readEmail(reading, found.index, found[0])
    }
  }
  if (/[一幺][三-九]/.test(text)) readHanMobile(reading)
  if (reading.cues & MESSENGER_CUE) readGroup(reading, MESSENGER)
  if (numbers.length === 0 || !/\d[\d -.()]{5}/.test(text)) return
  for (const pattern of [MOBILE, TORN_MOBILE, LANDLINE, KOREAN, AMERICAN, BRITISH, ABROAD]) {
    for (const found of matches(pattern, text)) {
      if (PRODUCT_LEAD.test(before(text, found.index))) continue
      add(reading, 'phone', found.index, found.index + found[0].length, found[0].replace(/[^\d+]/g, ''), RANK.labelled)
    }
  }
  readGroup(reading, LABELLED)
  for (const found of matches(RESIDENT, text)) {
    add(reading, 'id_card', found.index, found.index + found[0].length, found[0], RANK.form)
  }
}

function readEmail(reading: Reading, start: number, written: string): void {
  const { form } = reading
  const end = start + written.length
  const plain = written.includes(MARK.url)
    ? form.original.slice(form.at[start], form.at[end]).normalize('NFKC')
    : written
  const address = plain.replace(/\s/g, '').toLowerCase()
  if (!written.includes('@') || ADDRESS.test(address)) add(reading, 'email', start, end, address, RANK.form)
}

function readHanMobile(reading: Reading): void {
  const { form, text } = reading
  for (const found of matches(HAN_MOBILE, text)) {
    const end = found.index + found[0].length
    const digits = Array.from(form.original.slice(form.at[found.index], form.at[end]).replace(/\s/g, ''), digitOf).join(
      '',
    )
    if (/^1[3-9]\d{9}$/.test(digits)) add(reading, 'phone', found.index, end, digits, RANK.labelled)
  }
}

function digitOf(numeral: string): string {
  const digit = HAN_DIGITS.indexOf(numeral === '〇' ? '零' : numeral === '幺' ? '一' : numeral)
  return digit < 0 ? '?' : String(digit)
}

function readGroup(reading: Reading, pattern: RegExp): void {
  for (const found of matches(pattern, reading.text)) {
    const written = found[1]!
    const end = found.index + found[0].length
    add(reading, 'phone', end - written.length, end, written.replace(/[ -]/g, ''), RANK.form)
  }
}
