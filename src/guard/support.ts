import type { Hit } from './checked-text.ts'
import type { Finding, GuardContext, Level, Says } from './context.ts'

/** What the store's data says about a claim; `unkept`: the store keeps no data of the kind, so that nothing could ever support it. */
export type Support = 'supported' | 'contradicted' | 'unknown' | 'unkept'

const CONTRADICTED: Says = {
  zh: '与店铺资料不符',
  en: "contradicts the store's data",
  ko: '상점 자료와 다릅니다',
}

const UNKEPT: Says = {
  zh: '店铺没填这类资料，请自行核对',
  en: 'the store has no data of this kind: check it yourself',
  ko: '상점에 이런 자료가 없으니 직접 확인해 주세요',
}

/**
 * The outcomes of rules about facts: supported passes, contradicted blocks, unknown warns on a draft and blocks on what the service itself would
 * offer. Where the store keeps no data of the kind a draft is only hinted at: a mark on every figure would teach agents to overlook it.
 */
export function judge(support: Support, context: GuardContext): { level: Level; says?: Says } | undefined {
  if (support === 'supported') return undefined
  if (support === 'contradicted') return { level: 'block', says: CONTRADICTED }
  if (support === 'unkept' && context.kind === 'draft') return { level: 'hint', says: UNKEPT }
  return { level: context.kind === 'draft' ? 'warn' : 'block' }
}

/** What is left of findings that the store's data judge; what examples are not sure of stays a hint. */
export function judged(
  hits: readonly Hit[],
  context: GuardContext,
  supportOf: (hit: Hit) => Support,
): readonly Finding[] {
  return hits.flatMap((hit) => {
    const outcome = judge(supportOf(hit), context)
    return outcome ? [{ ...hit, ...outcome, level: hit.level === 'hint' ? hit.level : outcome.level }] : []
  })
}

/** The value of a fact as text, or undefined when nobody knows. */
export function knownValue(context: GuardContext, slot: Parameters<NonNullable<GuardContext['facts']>['get']>[0]) {
  return context.facts?.get(slot)?.value
}
