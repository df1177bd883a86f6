import { type FlatModel, remember } from '../intents/index.ts'
import type { Locale, Warning } from '../protocol/index.ts'
import { type CheckedText, readText } from './checked-text.ts'
import type { GuardContext, Rule, Verdict } from './context.ts'
import { type Found, fewHints } from './few-hints.ts'
import { applyFixes, isAwkward } from './fix.ts'
import { createLeanings } from './learned/index.ts'
import { compileLists, type RuleLists } from './lists.ts'
import { RULES } from './rules/index.ts'
import { allowances, raised } from './settings.ts'

export interface Guard {
  /** Checks one text against every rule. Never throws: a guard that fails blocks. */
  readonly check: (text: string, context: GuardContext) => Verdict
}

/** Fixing may bring a new finding to light ("明天肯定到"); a text that is not settled after so many rounds is not offered. */
const ROUNDS = 4

/** Builds the rule engine from the shipped word lists and, where there is one, the model that `learnRules` made; compile once, check often. */
export function createGuard(lists: RuleLists, rules: readonly Rule[] = RULES, learned?: FlatModel): Guard {
  const compiled = compileLists(lists, learned && createLeanings(learned))
  const open = (text: string, locale: Locale): Case => ({ text: readText(text, locale, compiled), rules })
  const caseOf = rememberCases((original, locale, otherBrands) => {
    const { text } = open(original, locale)
    const strict = strictest(locale, otherBrands)
    const anywhere = text.anywhere()
    const suspicious = rules.filter((rule) => rule.suspects?.(anywhere) || rule.find(anywhere, strict).length > 0)
    return suspicious.length === 0 ? 'innocent' : { text, rules: suspicious }
  })
  const settle = (text: string, warnings: Warning[], context: GuardContext): string | undefined => {
    let fixed = text
    let left = warnings
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = applyFixes(fixed, left)
      if (next === fixed) break
      fixed = next
      left = judge(open(fixed, context.locale), context)
    }
    const isSettled = fixed !== text && applyFixes(fixed, left) === fixed
    return isSettled && verdictOf(left) === 'pass' && !isAwkward(fixed, fixesOf(warnings)) ? fixed : undefined
  }
  return {
    check: (text, context) => {
      try {
        // replies of the library come again and again; what an agent types or a model writes is new every time
        const isKnown = context.kind === 'fill' && Object.keys(context.settings?.raise ?? {}).length === 0
        const known = isKnown ? caseOf(text, context) : open(text, context.locale)
        if (known === 'innocent') return { verdict: 'pass', warnings: [] }
        const warnings = judge(known, context)
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

/** A text, read, with the rules that may find something in it. */
interface Case {
  readonly text: CheckedText
  readonly rules: readonly Rule[]
}

/** What the rules find in a text said in this place, in the order of the text. */
function judge({ text: read, rules }: Case, context: GuardContext): Warning[] {
  const text = read.on(context.channel)
  const isAllowed = allowances(text, context.settings)
  const found: Found[] = []
  for (const rule of rules) {
    const findings = rule.find(text, context)
    // nearly always, and then nothing is made of it
    if (findings.length === 0) continue
    for (const finding of findings) {
      if (isAllowed(rule.id, finding)) continue
      const { start, end, says, fix } = finding
      found.push({
        rule,
        warning: {
          rule: rule.id,
          level: raised(finding.level ?? rule.level, context.settings?.raise[rule.id]),
          start,
          end,
          says: (says ?? rule.says)[context.uiLocale],
          ...(fix === undefined ? {} : { fix: fix.replaceAll('$&', text.original.slice(start, end)) }),
        },
      })
    }
  }
  if (found.length === 0) return []
  return fewHints(found).sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * Where nothing is known and everything is suspect: a rule that finds nothing in a text here finds nothing in it anywhere. Most of a library's replies are
 * innocent to every rule, the others to nearly all, and they come again and again.
 */
function strictest(locale: Locale, otherBrands: GuardContext['otherBrands']): GuardContext {
  return { kind: 'fill', locale, uiLocale: locale, mood: 'angry', otherBrands }
}

const REMEMBERED = 16_384
const NO_BRANDS: readonly string[] = []

/** Remembers, per language and list of other brands, what each text leaves to judge. */
function rememberCases(make: (text: string, locale: Locale, otherBrands: readonly string[]) => Case | 'innocent') {
  const byBrands = new WeakMap<readonly string[], Partial<Record<Locale, (text: string) => Case | 'innocent'>>>()
  return (text: string, { locale, otherBrands = NO_BRANDS }: GuardContext): Case | 'innocent' => {
    let readers = byBrands.get(otherBrands)
    if (!readers) {
      readers = {}
      byBrands.set(otherBrands, readers)
    }
    readers[locale] ??= remember((original) => make(original, locale, otherBrands), REMEMBERED)
    return readers[locale](text)
  }
}

function fixesOf(warnings: readonly Warning[]): string[] {
  return warnings.flatMap(({ fix }) => fix ?? [])
}

function verdictOf(warnings: readonly Warning[]): Verdict['verdict'] {
  if (warnings.some((warning) => warning.level === 'block')) return 'block'
  return warnings.some((warning) => warning.level === 'warn') ? 'warn' : 'pass'
}

const FAILED = { zh: '检查未能完成，已拦下', en: 'the check failed: held back', ko: '검사에 실패해 보류했습니다' }

function failure(text: string, context: GuardContext): Warning {
  return { rule: 'guard', level: 'block', start: 0, end: text.length, says: FAILED[context.uiLocale] }
}
