import type { Turn } from './turn.ts'

/** Where no flow knows better: anything else, and on to the order; after the sale the news of the case (F34). */
const DEFAULT = { presale: ['C15', 'C61'], insale: ['C15'], aftersale: ['C113', 'C15'] } as const
const MOST = 5

/** The categories that come next when no question is open: what the flows want said where they stand, the leading one first. */
export function nextStep({ analysis: { state }, deps: { flows } }: Turn): string[] {
  const wanted = state.flows.slice(0, 2).flatMap((standing) => flows.step(standing)?.suggests ?? [])
  // an order that only the live facts tell of leaves the stage alone
  const stage = state.stage === 'presale' && state.order ? 'insale' : state.stage
  return [...new Set([...wanted.slice(0, MOST), ...DEFAULT[stage]])]
}
