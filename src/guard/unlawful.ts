import type { GuardSettings } from '../policy/index.ts'
import type { Locale } from '../protocol/index.ts'
import { readText } from './checked-text.ts'
import { compileLists, type RuleLists } from './lists.ts'
import { RULES } from './rules/index.ts'

/**
 * The indexes of a lead's allowances whose phrase the law forbids in one of the store's languages (the superlatives of R07): the word lists decide it, so a
 * policy by itself cannot.
 */
export function unlawfulAllowances(
  { allow }: GuardSettings,
  locales: readonly Locale[],
  lists: RuleLists,
): readonly number[] {
  if (allow.length === 0) return []
  const lexicon = compileLists(lists)
  return allow.flatMap(({ phrase, rule }, index) => {
    const isForbidden = (locale: Locale) => {
      const text = readText(phrase, locale, lexicon)
      const context = { kind: 'draft', locale, uiLocale: locale } as const
      return RULES.some(({ id, find }) => id === rule && find(text, context).some(({ law }) => law))
    }
    return locales.some(isForbidden) ? [index] : []
  })
}
