import { normalise, type SlotName } from '../../intents/index.ts'
import type { Finding, GuardContext, Rule } from '../context.ts'
import { prints } from '../prints.ts'
import { type Quantity, quantitiesIn } from '../quantities.ts'
import { judge, type Support } from '../support.ts'
import { SOURCES, TOPICS } from './fact-topics.ts'
import { sizeFindings } from './size-verdict.ts'
import { stateFindings } from './state-claims.ts'

/** "稍等2分钟" is the agent's own pause, not a promise of the store; nobody pauses for an hour. */
const LONGEST_PAUSE = 60
const SEVEN_DAYS = 7 * 24 * 60
const PAUSE = /(?:稍等|请等|等我|等您|wait|just a|a moment|잠시)/

/** R16: prices, fees, days, measures and stock only from data. Printed values are data; the shopper's own measures may be repeated. */
export const facts: Rule = {
  id: 'R16',
  level: 'block',
  says: {
    zh: '数字没有资料来源',
    en: 'number without a source',
    ko: '출처가 없는 숫자입니다',
  },
  suspects: (text) => text.hits('order_state').length > 0 || text.hits('stock_state').length > 0,
  find: (text, context) => {
    const found = quantitiesIn(text.text).flatMap((quantity) => {
      const span = text.at(quantity.from, quantity.to)
      if (prints(text, context, span, '')) return []
      const clause = text.clause(quantity.from, quantity.to).text
      // 七天无理由 is a right by its name
      if (quantity.value === SEVEN_DAYS && text.text.startsWith('无理由', quantity.to)) return []
      if (context.kind === 'draft' && isPause(quantity, text.text)) return []
      // a count of pieces is a fact only where the clause speaks of stock
      if (quantity.kind === 'pieces' && !/库存|剩|现货|in stock|left|재고/.test(clause)) return []
      const topics = topicsOf(quantity, clause)
      const support = quantitySupport(quantity, topics, context)
      // a month between two washes is no figure of the store's; what the service itself offers says nothing without a source
      if (support === 'unknown' && context.kind === 'draft' && isIdle(quantity, topics)) return []
      const outcome = judge(support, context)
      return outcome ? [{ ...span, ...outcome }] : []
    })
    return [...oncePerPlace(found), ...sizeFindings(text, context), ...stateFindings(text, context)]
  },
}

/** A range is two figures in one place: the graver finding stands for both. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const finding of findings) {
    const last = kept.at(-1)
    if (last?.start !== finding.start) kept.push(finding)
    else if (finding.level === 'block') kept[kept.length - 1] = finding
  }
  return kept
}

function isPause({ kind, value }: Quantity, text: string): boolean {
  return kind === 'time' && value < LONGEST_PAUSE && PAUSE.test(text)
}

/** A time that is about none of the store's promises, and all of something. */
function isIdle({ kind, value }: Quantity, topics: typeof TOPICS): boolean {
  return kind === 'time' ? topics.length === 0 : kind === 'rate' && value === 100
}

function topicsOf({ kind }: Quantity, clause: string): typeof TOPICS {
  return TOPICS.filter((topic) => topic.kinds.includes(kind) && topic.word.test(clause))
}

function quantitySupport(quantity: Quantity, topics: typeof TOPICS, context: GuardContext): Support {
  if (quantity.kind === 'measure' && shopperSaid(quantity, context)) return 'supported'
  if (!context.facts) return 'unknown'
  const { kind, value } = quantity
  const agrees = (slot: SlotName) => figuresOf(slot, context).some((one) => one.kind === kind && one.value === value)
  const slots = topics.flatMap((topic) => topic.slots)
  if (slots.some(agrees)) return 'supported'
  if (slots.some((slot) => figuresOf(slot, context).some((one) => one.kind === kind))) return 'contradicted'
  if (SOURCES[kind].some(agrees)) return 'supported'
  const sources = slots.length > 0 ? slots : SOURCES[kind]
  return !keepsAny(sources, context) && sources.every((slot) => !context.facts?.get(slot)) ? 'unkept' : 'unknown'
}

/** Whether the store has filled in data that such facts come from. */
function keepsAny(slots: readonly SlotName[], { keeps }: GuardContext): boolean {
  return slots.every((slot) => slot.startsWith('shipping.')) ? keeps?.postage !== false : keeps?.goods !== false
}

function figuresOf(slot: SlotName, context: GuardContext): Quantity[] {
  const fact = context.facts?.get(slot)
  return fact ? quantitiesIn(normalise(fact.text).text) : []
}

function shopperSaid(quantity: Quantity, context: GuardContext): boolean {
  return (context.shopperTexts ?? []).some((said) =>
    (normalise(said).text.match(/\d+(?:\.\d+)?/g) ?? []).some((figure) =>
      // a bare "162" carries no unit: cm as it stands, jin or kg once converted
      [1, 500, 1000, 100].some((size) => Number(figure) * size === quantity.value),
    ),
  )
}
