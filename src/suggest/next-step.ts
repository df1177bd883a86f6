import type { Analysis } from '../intents/index.ts'
import type { OrderFacts } from '../protocol/index.ts'

/**
 * The categories that come next when no question is open (F1, F16, F34): what the order's state calls for, else a friendly close or the step towards
 * the order.
 */
export function nextStep(analysis: Analysis, order: OrderFacts | undefined): string[] {
  if (order?.status === 'created') return ['C62', 'C63']
  if (order?.status === 'paid') return ['C69', 'C68', 'C14']
  if (order?.status === 'dispatched') return ['C92', 'C87']
  if (order?.status === 'delivered' || order?.status === 'closed') return ['C125', 'C126']
  if (analysis.state.stage === 'aftersale') return ['C113', 'C15']
  return ['C15', 'C61']
}
