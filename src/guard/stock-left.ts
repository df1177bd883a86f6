import type { CheckedText } from './checked-text.ts'
import type { GuardContext } from './context.ts'
import { knownValue } from './support.ts'

/** How many pieces are left of what is talked about: of the product known to the store, else of the only variant, or the one named, that the channel reports. */
export function stockLeft({ original }: CheckedText, context: GuardContext): number | undefined {
  const known = knownValue(context, 'stock.left')
  if (typeof known === 'number') return known
  const live = Object.entries(context.liveStock ?? {})
  if (live.length <= 1) return live[0]?.[1]
  const talk = [original, context.shopperTexts?.at(-1) ?? ''].join('\n')
  const named = live.filter(([variant]) => talk.includes(variant))
  return named.length === 1 ? named[0]![1] : undefined
}
