import type { CheckedText } from '../checked-text.ts'
import type { Finding, GuardContext, Rule } from '../context.ts'
import { maskPersonal } from '../mask.ts'
import { prints } from '../prints.ts'

/** Personal data as written: mobile numbers, identity and card numbers, e-mail addresses. Shop lines (400, 800) are not personal. */
const MOBILE = /(?<![\d-])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g
const KOREAN_MOBILE = /(?<!\d)01[016789][\s-]?\d{3,4}[\s-]?\d{4}(?!\d)/g
const CHINESE_ID = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const KOREAN_ID = /(?<!\d)\d{6}-[1-4]\d{6}(?!\d)/g
const CARD = /(?<!\d)(?:62|4\d|5[1-5])\d{2}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)/g
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24})+/g
/** District and house: a place where somebody lives. */
const ADDRESS =
  /[\u3400-\u9fff]{1,8}(?:省|市|区|县)[\u3400-\u9fff\d]{1,20}?(?:路|街|巷|弄|道|村|小区|花园|苑)[\u3400-\u9fff\d-]{0,12}?\d+\s*(?:号|栋|幢|室|单元|楼)(?:[\u3400-\u9fff\d-]{0,12}?\d+\s*(?:号|栋|幢|室|单元|楼))*/g
/** Words that lead up to an address without being part of it. */
const LEAD = /^(?:请|麻烦|帮|您|给|地址|收货|退货|寄|发|送|退|回|到|至|往|是|为)*/
const PERSONAL = [MOBILE, KOREAN_MOBILE, CHINESE_ID, KOREAN_ID, EMAIL]

/** R101: no personal data in a reply; the shopper's own may be echoed, better masked. */
export const privacy: Rule = {
  id: 'R101',
  level: 'block',
  says: { zh: '含个人信息，请打码', en: 'personal data: mask it', ko: '개인정보입니다. 가려 주세요' },
  find: (text, context) => {
    if (!/\d{3}|@/.test(text.original) && !/\d\s*(?:号|栋|幢|室|单元|楼)/.test(text.original)) return []
    const found = PERSONAL.flatMap((pattern) => [...text.original.matchAll(pattern)])
    const cards = [...text.original.matchAll(CARD)].filter((card) => passesLuhn(card[0]))
    const numbers = [...found, ...cards].flatMap((match) => finding(match, text, context, 'block'))
    const level = context.kind === 'draft' ? 'warn' : 'block'
    const addresses = [...text.original.matchAll(ADDRESS)].flatMap((match) => finding(match, text, context, level))
    return [...numbers, ...addresses]
  },
}

function finding(match: RegExpExecArray, text: CheckedText, context: GuardContext, level: 'warn' | 'block'): Finding[] {
  const lead = LEAD.exec(match[0])![0].length
  const data = match[0].slice(lead)
  const span = { start: match.index + lead, end: match.index + match[0].length }
  const own = context.shopperTexts?.some((said) => said.includes(data)) ?? false
  const returns = context.facts?.get('returns.address')?.text.includes(data) ?? false
  if (returns || prints(text, context, span, 'returns.', 'service.')) return []
  return [{ ...span, level: own ? 'hint' : level, fix: maskPersonal(data) }]
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
