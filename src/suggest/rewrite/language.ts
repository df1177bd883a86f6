import { detectLocale } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'

const OTHER_SCRIPTS: Readonly<Record<Locale, RegExp>> = {
  zh: /[\uac00-\ud7af\u3040-\u30ff\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]/,
  en: /[\u3040-\u30ff\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]/,
  ko: /[\u3040-\u30ff\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]/,
}

/** Whether a text is written in a language. Names may be in another script; whole sentences may not. */
export function isIn(locale: Locale, text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (OTHER_SCRIPTS[locale].test(letters)) return false
  const han = letters.match(/\p{Script=Han}/gu)?.length ?? 0
  if (locale !== 'zh' && han > letters.length / 3) return false
  return letters === '' || detectLocale(text, locale) === locale
}
