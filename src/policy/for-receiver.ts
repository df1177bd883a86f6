import type { Category } from './card.ts'

/** Goods for the young are no present for a girlfriend, and grown-ups' clothes and tea none for a child. A son or a daughter may be of any age. */
const FOR_THE_YOUNG: ReadonlySet<Category> = new Set<Category>(['kids', 'wipes'])
const FOR_GROWN_UPS: ReadonlySet<Category> = new Set<Category>(['clothing', 'tea'])
const YOUNG: ReadonlySet<string> = new Set(['child', 'baby'])
const ANY_AGE: ReadonlySet<string> = new Set(['daughter', 'son'])

/** Whether goods of the category may be named to somebody who buys for this receiver; without one everything may. */
export function isForReceiver(category: Category, receiver: string | undefined): boolean {
  if (receiver === undefined || ANY_AGE.has(receiver)) return true
  return !(YOUNG.has(receiver) ? FOR_GROWN_UPS : FOR_THE_YOUNG).has(category)
}
