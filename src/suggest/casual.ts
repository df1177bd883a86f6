import type { Locale } from '../protocol/index.ts'
import type { Template } from '../scripts/index.ts'

/** Chatty particles, pet words and cosy turns: good company for most shoppers, out of place before one who writes formally (R44, R45). */
const CASUAL: Readonly<Record<Locale, RegExp>> = {
  zh: /哈(?![尔密达里])|呀|啦|哟|嘛|咯|喽|哒|嘞|嗯嗯|咱|宝贝|小伙伴|老朋友|[~～]/,
  en: /\b(?:hey|yep|yup|nope|yeah|no worries|gonna|wanna|cheers|awesome|guys|cool|sure thing|all good)\b/i,
  ko: /ㅎㅎ|ㅋㅋ|\^\^|[~～]|넵|넹|잖아요|거든요/,
}

/** True when a text is too casual for a formal shopper. */
export function isCasual(text: string, locale: Locale): boolean {
  return CASUAL[locale].test(text)
}

/** Words of the net, which a store may leave to others (R45). */
const SLANG =
  /亲亲|么么哒|棒棒哒|萌萌哒|美眉|偶们|表急|种草|拔草|冲鸭|绝绝子|yyds|xdm|[哒嘞咯喽]|레알|존맛|꿀템|갓성비|\b(?:lol|omg|gonna|wanna|lit|slay)\b/iu

const KNOWN = new WeakMap<Template, boolean>()

/** True when a wording has such words; worked out once for each. */
export function isSlang(template: Template): boolean {
  let known = KNOWN.get(template)
  if (known === undefined) {
    known = template.some((part) => typeof part === 'string' && SLANG.test(part))
    KNOWN.set(template, known)
  }
  return known
}
