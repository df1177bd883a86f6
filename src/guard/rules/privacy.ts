import type { CheckedText } from '../checked-text.ts'
import type { Finding, GuardContext, Level, Rule } from '../context.ts'
import { maskPersonal } from '../mask.ts'
import { says } from '../moments.ts'
import { prints } from '../prints.ts'

/** Personal data as written: mobile numbers, identity and card numbers, e-mail addresses. Shop lines (400, 800) are not personal. */
const MOBILE = /(?<![\d-])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g
const KOREAN_MOBILE = /(?<!\d)01[016789][\s-]?\d{3,4}[\s-]?\d{4}(?!\d)/g
const CHINESE_ID = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const KOREAN_ID = /(?<!\d)\d{6}-[1-4]\d{6}(?!\d)/g
const CARD = /(?<!\d)(?:62|4\d|5[1-5])\d{2}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)/g
/** Four by four with spaces nobody writes anything but a card. */
const GROUPED = /^\d{4}(?:[\s-]\d{4}){3}/
/** Phones and accounts that only the words before them tell from other numbers. */
const TOLD =
  /(?<=(?:mobile|phone|cell|tel|call|ring|number)(?: is| him| her|:)*[^\d.!?]{0,12})\+?0\d{3,4}[\s-]?\d{5,7}(?!\d)|(?<=계좌(?:번호)?[^\d.!?]{0,8})\d{2,6}-\d{2,6}-\d{4,8}(?!\d)/g
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24})+/g
/** District and house: a place where somebody lives. */
const ADDRESS =
  /[\u3400-\u9fff]{1,8}(?:省|市|区|县)[\u3400-\u9fff\d]{1,20}?(?:路|街|巷|弄|道|村|小区|花园|苑)[\u3400-\u9fff\d-]{0,12}?\d+\s*(?:号|栋|幢|室|单元|楼)(?:[\u3400-\u9fff\d-]{0,12}?\d+\s*(?:号|栋|幢|室|单元|楼))*/g
/** Words that lead up to an address without being part of it. */
const LEAD = /^(?:请|麻烦|帮|您|给|地址|收货|退货|寄|发|送|退|回|到|至|往|是|为)*/
const PERSONAL = [MOBILE, KOREAN_MOBILE, CHINESE_ID, KOREAN_ID, TOLD, EMAIL]

/** Who asks where the shop is, or where a parcel goes back to, is told the shop's own address. */
const ASKS_WHERE = /哪[里儿]|(?:退|寄)[^,。!?]{0,6}(?:地址|哪)|店(?:铺|里)?的?地址/

/** R101: no personal data in a reply; the shopper's own may be echoed, better masked. */
export const privacy: Rule = {
  id: 'R101',
  level: 'block',
  says: { zh: '含个人信息，请打码', en: 'personal data: mask it', ko: '개인정보입니다. 가려 주세요' },
  find: (text, context) => {
    const others = text.hits('other_buyer')
    const said = text.text
    if (!/\d{3}|@/.test(said) && !/\d\s*(?:号|栋|幢|室|单元|楼)/.test(said)) return others
    const found = PERSONAL.flatMap((pattern) => [...said.matchAll(pattern)])
    const cards = [...said.matchAll(CARD)].filter((card) => GROUPED.test(card[0]) || passesLuhn(card[0]))
    const numbers = [...found, ...cards].flatMap((match) => finding(match, text, context, 'block'))
    const level =
      context.kind === 'draft' && others.length === 0 ? (says(context, ASKS_WHERE) ? 'hint' : 'warn') : 'block'
    const addresses = [...said.matchAll(ADDRESS)].flatMap((match) => finding(match, text, context, level))
    return [...others, ...numbers, ...addresses]
  },
}

function finding(match: RegExpExecArray, text: CheckedText, context: GuardContext, level: Level): Finding[] {
  const lead = LEAD.exec(match[0])![0].length
  const data = match[0].slice(lead)
  const span = text.at(match.index + lead, match.index + match[0].length)
  const own = context.shopperTexts?.some((said) => said.includes(data)) ?? false
  const returns = context.facts?.get('returns.address')?.text.includes(data) ?? false
  if (returns || prints(text, context, span, 'returns.', 'service.')) return []
  return [{ start: span.start, end: span.end, level: own ? 'hint' : level, fix: maskPersonal(data).replace(/x$/, 'X') }]
}

function passesLuhn(written: string): boolean {
  let sum = 0
  const digits = written.replace(/\D/g, '')
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
