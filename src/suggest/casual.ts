import type { Locale } from '../protocol/index.ts'

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
