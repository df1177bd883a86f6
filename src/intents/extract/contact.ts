import { cue } from './cues.ts'
import { add, before, matches, RANK, type Reading } from './reading.ts'

const MOBILE = /(?<![\d.])(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:\d{8}|([- .])?\d{4}[- .]?\d{4})(?!\d)/g
const LANDLINE = /(?<![\d.])(?:\(?0\d{2,3}\)?[- ]?[2-8]\d{6,7}(?:-\d{1,5})?|400[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)/g
const KOREAN =
  /(?<![\d.])(?:\+?82[- ]?(?:0?1[016-9]|0?2|0?[3-6]\d)|01[016-9]|02|0[3-6]\d)[- .]?\d{3,4}[- .]?\d{4}(?!\d)/g
const AMERICAN = /(?<![\d.])(?:\+?1[- .]?)?(?:\(\d{3}\)\s?|\d{3}[- .])\d{3}[- .]\d{4}(?!\d)/g
const ABROAD = /(?<!\d)\+\d{1,3}[- ]?(?:\d[- ]?){6,12}\d(?!\d)/g
const LABELLED =
  /(?:电话|手机号?|号码|联系方式|tel|phone|mobile|call me (?:at|on)|전화(?:번호)?|연락처)[\s:是为a-z]{0,8}?(\d[\d -]{5,14}\d)(?!\d)/g
/** An account of a messenger reaches a person as a phone does. */
const MESSENGER = /(?:微信|v信|vx|wx|qq|扣扣)号?(?:码|是|为|:|\s)*([a-z][\w-]{5,19}|\d{5,11})(?![\da-z])/g
const MESSENGER_CUE = cue('信扣xq')
const EMAIL = /[a-z\d._%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/g
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
      for (const found of matches(pattern, text)) {
        add(reading, 'email', found.index, found.index + found[0].length, found[0], RANK.form)
      }
    }
  }
  if (reading.cues & MESSENGER_CUE) readGroup(reading, MESSENGER)
  if (numbers.length === 0 || !/\d[\d -.()]{5}/.test(text)) return
  for (const pattern of [MOBILE, LANDLINE, KOREAN, AMERICAN, ABROAD]) {
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

function readGroup(reading: Reading, pattern: RegExp): void {
  for (const found of matches(pattern, reading.text)) {
    const written = found[1]!
    const end = found.index + found[0].length
    add(reading, 'phone', end - written.length, end, written.replace(/[ -]/g, ''), RANK.form)
  }
}
