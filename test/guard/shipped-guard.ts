import { expect, test } from 'vitest'
import { createGuard, type GuardContext } from '../../src/guard/index.ts'
import type { SlotName } from '../../src/intents/index.ts'
import type { Fact } from '../../src/policy/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readRules } from '../../src/server/load/rules.ts'

/** The word lists that ship. */
export const shippedLists = await readRules(DATA)

export const guard = createGuard(shippedLists)

export const draft = { kind: 'draft', locale: 'zh', uiLocale: 'zh' } satisfies GuardContext

/** Facts from a table: text, or a value where the text does not matter. */
export function factsOf(table: Partial<Record<SlotName, string | number>>): NonNullable<GuardContext['facts']> {
  return {
    get: (name): Fact | undefined => {
      const value = table[name]
      return value === undefined ? undefined : { text: String(value), value, source: 'policy' }
    },
  }
}

/** The level at which a rule fires on a text, or undefined. */
export function levelOf(rule: string, text: string, context: Partial<GuardContext> = {}) {
  return guard.check(text, { ...draft, ...context }).warnings.find((warning) => warning.rule === rule)?.level
}

interface Examples {
  readonly hits: readonly string[]
  readonly harmless: readonly string[]
}

/** Declares one test per example: every hit fires the rule, every look-alike does not. */
export function examples(
  rule: string,
  table: Partial<Record<'zh' | 'en' | 'ko', Examples>>,
  context: Partial<GuardContext> = {},
): void {
  for (const locale of ['zh', 'en', 'ko'] as const) {
    const { hits, harmless } = table[locale] ?? { hits: [], harmless: [] }
    for (const text of hits) {
      test(`${rule} ${locale} finds: ${text}`, () => {
        expect(levelOf(rule, text, { ...context, locale })).toBeDefined()
      })
    }
    for (const text of harmless) {
      test(`${rule} ${locale} lets pass: ${text}`, () => {
        expect(levelOf(rule, text, { ...context, locale })).toBeUndefined()
      })
    }
  }
}
