import { type Analysis, type CustomerType, LIGHT, normalise, stagesOf } from '../intents/index.ts'
import { type Cost, costAtHand, createFacts, type FactSource, type FactsInput, localDay } from '../policy/index.ts'
import type { EventType } from '../protocol/index.ts'
import type { Argument, Situation } from '../scripts/index.ts'
import { argumentsUsed } from './arguments.ts'
import { type TopicFit, topicFit } from './features.ts'
import { nameOf } from './flows/index.ts'
import { withLadder } from './ladder-topic.ts'
import type { Near } from './learned.ts'
import { clearTypes } from './shopper-types.ts'
import type { SuggestDeps, SuggestInput } from './suggest.ts'

/** Below this chance of being meant a topic is beside the point: two good suggestions are better than three. */
const BESIDE = 0.31
/** Who is angry is calmed first (F21): another matter must be more than a guess. */
const BESIDE_ANGER = 0.55

/** Read this surely as a matter of the shop's, a message of another trade is asked about and never told that it is beside the point. */
const MATTER = 0.6

function isMatter({ intents: [first] }: Analysis): boolean {
  return first !== undefined && !LIGHT.has(first.family) && first.confidence >= MATTER
}

/** Everything the stages after analysis look at. */
export interface Turn {
  readonly input: SuggestInput
  readonly deps: SuggestDeps
  readonly analysis: Analysis
  readonly facts: FactSource
  /** What the goods at hand cost; worked out when asked for. */
  readonly cost: () => Cost | undefined
  readonly situation: Situation
  /** How each topic of the reading fits; those beside the point are left out. */
  readonly fits: ReadonlyMap<string, TopicFit>
  /** What the shopper seems to be, surest first. */
  readonly types: readonly CustomerType[]
  /** What was argued with in this talk; worked out when a candidate argues. */
  readonly argued: () => ReadonlySet<Argument>
  /** True when the reading is too unsure for an answer: asking and holding lines only. */
  readonly abstain: boolean
  /** The shopper has said something and nobody asked for anything in particular. */
  readonly mayAbstain: boolean
  /** True when the message is about another trade and nothing of the shop's fits. */
  readonly isOutOfScope: boolean
  /** What was sent for messages like this one; looked up when asked for. */
  readonly near: () => readonly Near[]
}

export function openTurn(input: SuggestInput, analysis: Analysis, deps: SuggestDeps): Turn {
  const { state } = analysis
  const words = waitingWords(analysis)
  const known: FactsInput = {
    store: deps.store,
    catalogue: deps.catalogue,
    told: deps.told,
    live: input.facts,
    productId: state.product,
    slots: state.slots,
    conceded: state.conceded,
    words,
    locale: analysis.locale,
    channel: input.channel,
    agent: input.agent,
    roles: input.roles,
    register: state.register,
    mood: state.mood,
    now: input.now,
  }
  const facts = createFacts(known)
  const { day, weekday } = localDay(input.now, deps.store.timezone)
  const event = eventOf(input)
  const unsolicited = event === undefined && !input.query && analysis.topics.length > 0
  return {
    input,
    deps,
    analysis,
    facts,
    cost: once(() => costAtHand(known)),
    fits: withLadder(fitsOf(analysis), analysis),
    types: clearTypes(state),
    argued: once(() => argumentsUsed(state, deps.library)),
    abstain: analysis.abstained && unsolicited && state.haggle === undefined,
    mayAbstain: unsolicited && state.haggle === undefined,
    isOutOfScope: analysis.isOutOfScope && unsolicited && !isMatter(analysis),
    near: once(() => (unsolicited ? (deps.learned?.neighbours(words, analysis.locale) ?? []) : [])),
    situation: {
      stages: stagesOf(state.stage, analysis.intents),
      mood: state.mood,
      channel: input.channel,
      roles: input.roles,
      first: state.agentTurns === 0,
      answered: analysis.answers === true,
      rung: state.rung ?? 0,
      haggle: state.haggle,
      event,
      flows: state.flows.flatMap((flow) => [flow.id, nameOf(flow)]),
      product: state.product,
      agent: input.agent?.id,
      day,
      weekday,
      facts,
      words,
    },
  }
}

function once<T>(work: () => T): () => T {
  let made: { readonly result: T } | undefined
  return () => {
    made ??= { result: work() }
    return made.result
  }
}

/** The platform event that is to be answered. */
function eventOf({ because, messages }: SuggestInput): EventType | undefined {
  const last = messages.at(-1)
  return because === 'event' && last?.role === 'event' ? last.type : undefined
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
