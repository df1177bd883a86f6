import type { GuardContext, Level, Says } from './context.ts'

/** What the store's data says about a claim. */
export type Support = 'supported' | 'contradicted' | 'unknown'

const CONTRADICTED: Says = {
  zh: '与店铺资料不符',
  en: "contradicts the store's data",
  ko: '상점 자료와 다릅니다',
}

/**
 * The three outcomes of rules about facts: supported passes, contradicted blocks, unknown warns on a draft and blocks on what the service
 * itself would offer.
 */
export function judge(support: Support, context: GuardContext): { level: Level; says?: Says } | undefined {
  if (support === 'supported') return undefined
  if (support === 'contradicted') return { level: 'block', says: CONTRADICTED }
  return { level: context.kind === 'draft' ? 'warn' : 'block' }
}

/** The value of a fact as text, or undefined when nobody knows. */
export function knownValue(context: GuardContext, slot: Parameters<NonNullable<GuardContext['facts']>['get']>[0]) {
  return context.facts?.get(slot)?.value
}
