import { z } from 'zod'
import type { Locale } from '../protocol/index.ts'

const Words = z.string().trim().min(1).max(500)

/** Words for people: one string for every language whose readers can read its letters, or one per language. */
export const Localised = z
  .union([Words, z.strictObject({ zh: Words.optional(), en: Words.optional(), ko: Words.optional() })])
  .meta({ id: 'Localised' })
export type Localised = z.infer<typeof Localised>

/** The three languages of a line that the program itself writes. */
export type Line = { readonly [L in Locale]: string }

const UNREADABLE: { readonly [L in Locale]: RegExp } = {
  zh: /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/,
  en: /[\u1100-\u11ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]/,
  ko: /[\u3400-\u9fff]/,
}

/** The words for a locale, or undefined: no text is better than one in a language the shopper does not write. */
export function say(words: Localised | undefined, locale: Locale): string | undefined {
  if (typeof words !== 'string') return words?.[locale]
  return UNREADABLE[locale].test(words) ? undefined : words
}

/** The words for each language, for people who rather read another than nothing: the words of another where there are none. */
export function sayInEach(words: Localised): Line {
  const [first = ''] = formsOf(words)
  const one = (locale: Locale) => (typeof words === 'string' ? words : (words[locale] ?? first))
  return { zh: one('zh'), en: one('en'), ko: one('ko') }
}

const COMMA: { readonly [L in Locale]: string } = { zh: '、', en: ', ', ko: ', ' }

/** A list as one printed text, or undefined when nothing in it can be said in the locale. */
export function sayAll(list: readonly Localised[] | undefined, locale: Locale): string | undefined {
  const said = (list ?? []).flatMap((words) => say(words, locale) ?? [])
  return said.length === 0 ? undefined : [...new Set(said)].join(COMMA[locale])
}

/** Every language's form of some words, for matching. */
export function formsOf(words: Localised): string[] {
  return typeof words === 'string' ? [words] : Object.values(words).filter((form) => form !== undefined)
}
