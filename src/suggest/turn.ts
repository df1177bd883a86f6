import { type Analysis, normalise } from '../intents/index.ts'
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
  /** True when the shopper's words decide what is offered, not a typed query, an event or the next step. */
  readonly unsolicited: boolean
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
  const unsolicited = input.event === undefined && !input.query && analysis.topics.length > 0
  return {
    input,
    deps,
    analysis,
    facts,
    abstain: analysis.abstained && unsolicited,
    unsolicited,
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
      words: normalise(waitingText(analysis)).text,
    },
  }
}

/** The newest words and those of the questions still open before them. */
function waitingText({ text, state }: Analysis): string {
  return [...state.openQuestions.map((open) => open.text), text].join(' ')
}
