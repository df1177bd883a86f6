import { normalise, type SlotName } from '../../intents/index.ts'
import type { GuardContext, Rule } from '../context.ts'
import { prints } from '../prints.ts'
import { type Quantity, quantitiesIn } from '../quantities.ts'
import { judge, type Support } from '../support.ts'
import { SOURCES, TOPICS } from './fact-topics.ts'
import { sizeFindings } from './size-verdict.ts'

/** "稍等2分钟" is the agent's own pause, not a promise of the store; nobody pauses for an hour. */
const LONGEST_PAUSE = 60
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
  find: (text, context) => {
    const found = quantitiesIn(text.text).flatMap((quantity) => {
      const span = text.at(quantity.from, quantity.to)
      if (prints(text, context, span, '')) return []
      const clause = text.clause(quantity.from, quantity.to).text
      if (context.kind === 'draft' && isPause(quantity, text.text)) return []
      // a count of pieces is a fact only where the clause speaks of stock
      if (quantity.kind === 'pieces' && !/库存|剩|现货|in stock|left|재고/.test(clause)) return []
      const outcome = judge(quantitySupport(quantity, clause, context), context)
      return outcome ? [{ ...span, ...outcome }] : []
    })
    return [...found, ...sizeFindings(text, context)]
  },
}

function isPause({ kind, value }: Quantity, text: string): boolean {
  return kind === 'time' && value < LONGEST_PAUSE && PAUSE.test(text)
}

function quantitySupport(quantity: Quantity, clause: string, context: GuardContext): Support {
  if (quantity.kind === 'measure' && shopperSaid(quantity, context)) return 'supported'
  if (!context.facts) return 'unknown'
  const { kind, value } = quantity
  const agrees = (slot: SlotName) => figuresOf(slot, context).some((one) => one.kind === kind && one.value === value)
  const topics = TOPICS.filter((topic) => topic.kinds.includes(kind) && topic.word.test(clause))
  const slots = topics.flatMap((topic) => topic.slots)
  if (slots.some(agrees)) return 'supported'
  if (slots.some((slot) => figuresOf(slot, context).some((one) => one.kind === kind))) return 'contradicted'
  return SOURCES[kind].some(agrees) ? 'supported' : 'unknown'
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
