import type { Analysis } from '../intents/index.ts'
import { createFacts, type FactSource, localDay } from '../policy/index.ts'
import type { Situation } from '../scripts/index.ts'
import type { SuggestDeps, SuggestInput } from './suggest.ts'

/** Everything the stages after analysis look at. */
export interface Turn {
  readonly input: SuggestInput
  readonly deps: SuggestDeps
  readonly analysis: Analysis
  readonly facts: FactSource
  readonly situation: Situation
  /** True when the reading is too unsure for an answer: asking and holding lines only. */
  readonly abstain: boolean
}

export function openTurn(input: SuggestInput, analysis: Analysis, deps: SuggestDeps): Turn {
  const { state } = analysis
  const facts = createFacts({
    store: deps.store,
    catalogue: deps.catalogue,
    live: input.facts,
    productId: state.product,
    slots: state.slots,
    locale: analysis.locale,
    channel: input.channel,
    agent: input.agent,
    now: input.now,
  })
  const { day, weekday } = localDay(input.now, deps.store.timezone)
  const asked = input.event !== undefined || Boolean(input.query) || analysis.topics.length === 0
  return {
    input,
    deps,
    analysis,
    facts,
    abstain: analysis.abstained && !asked,
    situation: {
      stage: state.stage,
      mood: state.mood,
      channel: input.channel,
      roles: input.roles,
      first: state.agentTurns === 0,
      rung: state.rung ?? 0,
      event: input.event,
      product: state.product,
      day,
      weekday,
      facts,
    },
  }
}
