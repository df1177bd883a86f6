import { readFileSync } from 'node:fs'
import type { Locale, Tone } from '../../../src/protocol/index.ts'
import { accept, type Original } from '../../../src/suggest/rewrite/accept.ts'

/** A suggestion and an honest rewrite of it. */
export interface Pair {
  readonly locale: Locale
  readonly tone: Tone
  readonly from: string
  readonly to: string
}

export const PAIRS: readonly Pair[] = readFileSync(
  new URL('../../../data/eval/rewrites.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

/** What a rewrite of a text is held against, without a guard: the fact lock stands alone. */
export function originalOf(text: string, locale: Locale, more: Partial<Original> = {}): Original {
  return {
    text,
    locale,
    target: locale,
    tone: 'warmer',
    values: [],
    printed: [],
    names: { products: () => [] },
    limit: 2 * text.length + 60,
    brokenRule: () => undefined,
    ...more,
  }
}

/** Why a rewrite is refused, or undefined. */
export function refusalOf(from: string, to: string, locale: Locale = 'zh', more: Partial<Original> = {}) {
  const result = accept(to, originalOf(from, locale, more))
  return 'reason' in result ? result.reason : undefined
}
