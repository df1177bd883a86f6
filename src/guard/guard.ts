import { remember } from '../intents/index.ts'
import type { Locale, Warning } from '../protocol/index.ts'
import { readText } from './checked-text.ts'
import type { GuardContext, Rule, Verdict } from './context.ts'
import { applyFixes } from './fix.ts'
import { compileLists, type RuleLists } from './lists.ts'
import { RULES } from './rules/index.ts'

export interface Guard {
  /** Checks one text against every rule. Never throws: a guard that fails blocks. */
  readonly check: (text: string, context: GuardContext) => Verdict
}

/** Fixing may bring a new finding to light ("明天肯定到"); a text that is not settled after so many rounds is not offered. */
const ROUNDS = 4

/** Builds the rule engine from the shipped and the store's word lists; compile once, check often. */
export function createGuard(lists: RuleLists, rules: readonly Rule[] = RULES): Guard {
  const compiled = compileLists(lists)
  const findings = (text: string, context: GuardContext, among: readonly Rule[] = rules): Warning[] => {
    const read = readText(text, context, compiled)
    const warnings: Warning[] = []
    for (const rule of among) {
      for (const { start, end, level, says, fix } of rule.find(read, context)) {
        warnings.push({
          rule: rule.id,
          level: level ?? rule.level,
          start,
          end,
          says: (says ?? rule.says)[context.uiLocale],
          ...(fix === undefined ? {} : { fix: fix.replaceAll('$&', text.slice(start, end)) }),
        })
      }
    }
    return warnings.sort((a, b) => a.start - b.start || a.end - b.end)
  }
  const settle = (text: string, warnings: Warning[], context: GuardContext): string | undefined => {
    let fixed = text
    let left = warnings
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = applyFixes(fixed, left)
      if (next === fixed) break
      fixed = next
      left = findings(fixed, context)
    }
    const isSettled = fixed !== text && applyFixes(fixed, left) === fixed
    return isSettled && verdictOf(left) !== 'block' ? fixed : undefined
  }
  const situational = rules.filter((rule) => rule.situational)
  const isInnocent = innocence(
    (text, locale, otherBrands) => findings(text, strictest(locale, otherBrands)).length === 0,
  )
  return {
    check: (text, context) => {
      try {
        const innocent = context.kind !== 'script' && isInnocent(text, context)
        const warnings = findings(text, context, innocent ? situational : rules)
        const verdict = verdictOf(warnings)
        if (!warnings.some((warning) => warning.fix !== undefined)) return { verdict, warnings }
        const fixed = settle(text, warnings, context)
        return fixed === undefined ? { verdict, warnings } : { verdict, warnings, fixed }
      } catch {
        return { verdict: 'block', warnings: [failure(text, context)] }
      }
    },
  }
}

/**
 * Where nothing is known and everything is suspect. A text in which no rule finds anything here has nothing for a rule to judge anywhere: most of a
 * library's replies are such texts, and they come again and again.
 */
function strictest(locale: Locale, otherBrands: GuardContext['otherBrands']): GuardContext {
  return { kind: 'fill', locale, uiLocale: locale, mood: 'angry', otherBrands }
}

const REMEMBERED = 8192
const NO_BRANDS: readonly string[] = []

/** Remembers, per language and list of other brands, which texts are innocent. */
function innocence(judge: (text: string, locale: Locale, otherBrands: readonly string[]) => boolean) {
  const byBrands = new WeakMap<readonly string[], Partial<Record<Locale, (text: string) => boolean>>>()
  return (text: string, { locale, otherBrands = NO_BRANDS }: GuardContext): boolean => {
    const readers = byBrands.get(otherBrands) ?? {}
    byBrands.set(otherBrands, readers)
    readers[locale] ??= remember((known) => judge(known, locale, otherBrands), REMEMBERED)
    return readers[locale](text)
  }
}

function verdictOf(warnings: readonly Warning[]): Verdict['verdict'] {
  if (warnings.some((warning) => warning.level === 'block')) return 'block'
  return warnings.some((warning) => warning.level === 'warn') ? 'warn' : 'pass'
}

const FAILED = { zh: '检查未能完成，已拦下', en: 'the check failed: held back', ko: '검사에 실패해 보류했습니다' }

function failure(text: string, context: GuardContext): Warning {
  return { rule: 'guard', level: 'block', start: 0, end: text.length, says: FAILED[context.uiLocale] }
}
