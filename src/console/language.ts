import type { Locale } from '../protocol/index.ts'

/** Each in its own words: whoever looks for a language reads it. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { zh: '中文', en: 'English', ko: '한국어' }

/** What the browser speaks, as far as we do; else Chinese. */
export function browserLanguage(): Locale {
  const spoken = (['zh', 'en', 'ko'] as const).find((code) => navigator.language.startsWith(code))
  return spoken ?? 'zh'
}

/** The tag for `lang` attributes and for formatting. */
export const tagOf = (language: Locale): string => (language === 'zh' ? 'zh-CN' : language)
