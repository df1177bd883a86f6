import { type Analysis, normalise } from '../intents/index.ts'
import { createFacts, type FactSource, localDay } from '../policy/index.ts'
import type { Situation } from '../scripts/index.ts'
import { type TopicFit, topicFit } from './features.ts'
import type { SuggestDeps, SuggestInput } from './suggest.ts'

/** Below this chance of being meant a topic is beside the point: two good suggestions are better than three. */
const BESIDE = 0.31
/** Who is angry is calmed first (F21): another matter must be more than a guess. */
const BESIDE_ANGER = 0.55

/** Everything the stages after analysis look at. */
export interface Turn {
  readonly input: SuggestInput
  readonly deps: SuggestDeps
  readonly analysis: Analysis
  readonly facts: FactSource
  readonly situation: Situation
  /** How each topic of the reading fits; those beside the point are left out. */
  readonly fits: ReadonlyMap<string, TopicFit>
  /** True when the reading is too unsure for an answer: asking and holding lines only. */
  readonly abstain: boolean
  /** The shopper has said something and nobody asked for anything in particular. */
  readonly mayAbstain: boolean
  /** True when the message is about another trade: nothing of the shop's fits. */
  readonly isOutOfScope: boolean
}

export function openTurn(input: SuggestInput, analysis: Analysis, deps: SuggestDeps): Turn {
  const { state } = analysis
  const words = waitingWords(analysis)
  const facts = createFacts({
    store: deps.store,
    catalogue: deps.catalogue,
    live: input.facts,
    productId: state.product,
    slots: state.slots,
    words,
    locale: analysis.locale,
    channel: input.channel,
    agent: input.agent,
    roles: input.roles,
    now: input.now,
  })
  const { day, weekday } = localDay(input.now, deps.store.timezone)
  const unsolicited = input.event === undefined && !input.query && analysis.topics.length > 0
  return {
    input,
    deps,
    analysis,
    facts,
    fits: fitsOf(analysis),
    abstain: analysis.abstained && unsolicited,
    mayAbstain: unsolicited,
    isOutOfScope: analysis.isOutOfScope && unsolicited,
    situation: {
      stage: state.stage,
      mood: state.mood,
      channel: input.channel,
      roles: input.roles,
      first: state.agentTurns === 0,
      answered: analysis.answers === true,
      rung: state.rung ?? 0,
      haggle: state.haggle,
      event: input.event,
      product: state.product,
      day,
      weekday,
      facts,
      words,
    },
  }
}

/** How the topics that are not beside the point fit; one of a family that hardly anybody meant is not looked at. */
function fitsOf(analysis: Analysis): Map<string, TopicFit> {
  const beside = analysis.intents[0]?.family === 'complaint_dispute' ? BESIDE_ANGER : BESIDE
  const meant = analysis.intents.filter(({ confidence }) => confidence >= beside)
  const fits = new Map<string, TopicFit>()
  for (const { name, share } of analysis.topics) {
    if (!meant.some(({ family }) => name.startsWith(family))) continue
    const fit = topicFit(name, share, analysis)
    if (fit.intent >= beside) fits.set(name, fit)
  }
  return fits
}

/** The newest words and those of the questions still open before them, in matching form. */
function waitingWords({ text, state }: Analysis): string {
  const before = text === '' ? state.openQuestions : state.openQuestions.slice(0, -1)
  const newest = normalise(text).text
  return before.length === 0 ? newest : [...before.map((open) => normalise(open.text).text), newest].join(' ')
}
