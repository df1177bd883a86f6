import { type Analysis, isQuestion } from '../intents/index.ts'
import type { Query } from '../scripts/index.ts'
import { nextStep } from './next-step.ts'
import type { Turn } from './turn.ts'

/** True in any store, whatever was said: one moment, unknown, clarify; who asks wants a word that somebody looks, not a question back. */
const STAND_INS = { asked: ['C07', 'C40', 'C11'], told: ['C11'], outOfScope: ['C41', 'C40', 'C11'] }

export function standInsFor({ analysis, isOutOfScope }: Turn): readonly string[] {
  if (isOutOfScope) return STAND_INS.outOfScope
  return isQuestion(analysis.text) ? STAND_INS.asked : STAND_INS.told
}

/** Kinds that are never guessed at: seen, one moment; in after-sale they are evidence, and the next step asks for the rest (F20). */
const UNREADABLE: ReadonlySet<Analysis['kind']> = new Set(['image', 'voice', 'video', 'file'])
const LOOKING = ['C07']
const EVIDENCE = ['C95', 'C07']

/** What to look for: the event, else what the shopper means, else the next step. */
export function queryOf(turn: Turn): Query {
  const { analysis, abstain, situation, deps, types } = turn
  const { locale } = analysis
  const { rung, words } = situation
  const topics = topicsOf(turn)
  if (situation.event !== undefined)
    return { locale, text: '', topics: [], event: situation.event, flow: deps.flows.wants(analysis.state) }
  if (UNREADABLE.has(analysis.kind) && analysis.text === '') {
    const flow = deps.flows.wants(analysis.state)
    // what was asked for has come: the matter goes on
    const matters = topics.filter(({ name }) => name !== 'other.fragment')
    if (matters.length > 0) return { locale, text: '', topics: matters, categories: LOOKING, flow, types }
    const evidence = flow.length > 0 ? [...flow, ...LOOKING] : EVIDENCE
    return { locale, text: '', topics: [], categories: situation.stage === 'aftersale' ? evidence : LOOKING, flow }
  }
  if (analysis.topics.length === 0) return { locale, text: '', topics, categories: nextStep(turn), rung, words }
  const categories = abstain ? standInsFor(turn) : []
  const flow = deps.flows.wants(analysis.state)
  return { locale, text: analysis.text.slice(0, 200), topics, categories, flow, types, rung, words }
}

/** The topics of the reading that are not beside the point; while somebody haggles their shares too follow what the words told. */
function topicsOf({ analysis, fits }: Turn): Query['topics'] {
  const read = analysis.topics.filter(({ name }) => fits.has(name))
  if (analysis.state.haggle === undefined) return read
  const shares = new Map(read.map(({ name, share }) => [name, share]))
  return [...fits].map(([name, { intent }]) => ({ name, share: Math.max(shares.get(name) ?? 0, intent / 2) }))
}
