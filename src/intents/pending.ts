import { actsIn, isClosing } from './agent-acts.ts'
import { NEEDED_FOR } from './expects.ts'
import type { SlotName } from './slots.ts'

type Topics = readonly { readonly name: string; readonly share: number }[]

/** So many topics of an agent's question are kept. */
const PENDING = 4
/** A topic with less evidence than this, or than this share of the likeliest, is a guess. */
const WEAK = 0.15
const LEAST = 0.12
/** What an asked figure is needed for outweighs what the question sounds like. */
const NEED = 1.5
/** What a budget is asked for while the price is haggled over: something else to buy, not a gift. */
const CHEAPER = 'recommendation.style'
/** What the line offers to do or asks for by name. */
const ACT = 0.6

/**
 * What an agent's question is about, surest first: what the shopper spoke of, what the question sounds like, what an asked figure is needed for and what the
 * line offers to do, weighed together.
 */
export function pendingOf(question: string, asked: readonly SlotName[], about: Topics, broughtUp: Topics): string[] {
  if (isClosing(question)) return []
  const evidence = new Map<string, number>()
  const add = (name: string, share: number) => evidence.set(name, (evidence.get(name) ?? 0) + share)
  for (const { name, share } of [...about, ...broughtUp]) add(name, share)
  const bargains =
    about.length > 0 &&
    about.every(({ name }) => !name.startsWith('recommendation')) &&
    about[0]!.name.startsWith('price_haggle')
  for (const name of neededFor(question, asked)) add(bargains && name === NEEDED_FOR.budget ? CHEAPER : name, NEED)
  const acts = actsIn(question)
  for (const name of acts) add(name, ACT / Math.sqrt(acts.length))
  if (asked.some((slot) => PLACE.has(slot)) && ![likeliest(evidence), ...acts].some((name) => NEEDS_PLACE.test(name)))
    add(!asked.includes('region') && mayChange(evidence) ? 'order_change.change_address' : 'shipping_fee.fee', NEED)
  const sorted = [...evidence].sort(([, a], [, b]) => b - a)
  const least = Math.max(WEAK, (sorted[0]?.[1] ?? 0) * LEAST)
  return sorted
    .filter(([, share]) => share >= least)
    .slice(0, PENDING)
    .map(([name]) => name)
}

/**
 * Who is asked where they live, and for nothing that hangs on it, wants to know what sending there costs; where a change of the order may be meant, a whole
 * address is the new one.
 */
const PLACE: ReadonlySet<SlotName> = new Set(['region', 'address'])
const NEEDS_PLACE =
  /^(?:shipping_|courier_choice|logistics_tracking|order_change|return_exchange|refund|quality_issue|complaint_dispute|invoice|payment\.paid|other\.)/

function mayChange(evidence: ReadonlyMap<string, number>): boolean {
  return [...evidence.keys()].some((name) => name.startsWith('order_change.'))
}

function likeliest(evidence: ReadonlyMap<string, number>): string {
  return [...evidence].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0]
}

const CHILD = /宝宝|宝贝(?!链接)|小朋友|孩子|小孩|baby|child|kid|아이|아기/

/** What the asked figures are for. A baby's weight alone is asked for nappies. */
function neededFor(question: string, asked: readonly SlotName[]): string[] {
  const needed = new Set(asked.flatMap((slot) => NEEDED_FOR[slot] ?? []))
  if (!needed.has('size_fit.recommend') || !CHILD.test(question.toLowerCase())) return [...needed]
  needed.delete('size_fit.recommend')
  return [...needed.add(asked.includes('height') || asked.includes('age') ? 'size_fit.child' : 'size_fit.usage_size')]
}
