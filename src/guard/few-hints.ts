import type { Warning } from '../protocol/index.ts'
import type { Level, Rule } from './context.ts'

/** A warning and the rule that found it. */
export interface Found {
  readonly rule: Rule
  readonly warning: Warning
}

/** More than that nobody reads beside a reply. */
const MOST = 2
const WEIGHT: Readonly<Record<Level, number>> = { block: 2, warn: 1, hint: 0 }

/**
 * Every block and warning, and of the hints the two that weigh most: those of rules that block or warn elsewhere come first, then the order in which they were
 * found.
 */
export function fewHints(found: readonly Found[]): Warning[] {
  const hints = found.filter(({ warning }) => warning.level === 'hint')
  if (hints.length <= MOST) return found.map(({ warning }) => warning)
  const strongest = hints.sort((a, b) => WEIGHT[b.rule.level] - WEIGHT[a.rule.level]).slice(0, MOST)
  return found.flatMap((one) => (one.warning.level !== 'hint' || strongest.includes(one) ? [one.warning] : []))
}
