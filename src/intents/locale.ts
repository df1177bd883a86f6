import type { Locale } from '../protocol/index.ts'

/** Links and e-mail addresses are Latin in every language. */
const LINK = /https?:\/\/\S+|\S+@\S+/g

/** Chinese and Korean shoppers write a few Latin words, too; who opens a talk with one of these alone speaks English. */
const GREETS = /^[\W_]*(?:hi|hiya|hey|heya|yo)[\W_]*$/i

/**
 * The language of a message by its script: Hangul is Korean, Han is Chinese, Latin words are English. Text without any of them (digits,
 * emoji) keeps `fallback`, the language of the talk so far. A Chinese sentence with an English word in it stays Chinese. `opens` = nothing was said before.
 */
export function detectLocale(written: string, fallback: Locale, opens = false): Locale {
  const text = /:\/\/|@/.test(written) ? written.replace(LINK, ' ') : written
  let han = 0
  let hangul = 0
  let latin = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 0x3400 && code <= 0x9fff) han += 1
    else if ((code >= 0xac00 && code <= 0xd7af) || (code >= 0x3130 && code <= 0x318f)) hangul += 1
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin += 1
  }
  if (hangul > 0 && hangul >= han) return 'ko'
  if (han > 0) return 'zh'
  if (opens && GREETS.test(text)) return 'en'
  // Product codes, sizes (XL) and brand words are Latin in every language: only a real run of letters speaks of English.
  if (latin >= 2 && /[a-z]{2,}/i.test(text) && !(fallback !== 'en' && /^[\W\d_]*[a-z]{1,4}[\W\d_]*$/i.test(text)))
    return 'en'
  return fallback
}
