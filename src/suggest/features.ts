import { type Analysis, isTelling } from '../intents/index.ts'
import type { State, Tier } from '../protocol/index.ts'
import type { Candidate, Filled, Script, Traits } from '../scripts/index.ts'
import { isCasual } from './casual.ts'
import { typeMet } from './shopper-types.ts'
import type { TrialArm } from './trials.ts'
import type { Weights } from './weights.ts'

/** A candidate that may be said, with its text and the evidence for its place. */
export interface Offer {
  readonly candidate: Candidate
  readonly filled: Filled
  readonly template: string
  readonly features: Features
  /** The customer type it is written for that the shopper seems to be. */
  readonly type?: State['types'][number] | undefined
  /** The wordings it is compared with. */
  readonly trial?: TrialArm | undefined
  /** The offers that were joined into this one. */
  readonly parts?: readonly [Offer, Offer]
}

export type Features = Readonly<Record<keyof Weights, number>>

const TIER: Readonly<Record<Tier, number>> = { answer: 1, ask: 0.55, hold: 0.15, close: 0.35 }

/** The named features of a candidate whose text came out as `filled`, each within -1..1. */
export function featuresOf(
  candidate: Candidate,
  { intent, relevance, figures }: TopicFit,
  filled: Filled,
  analysis: Analysis,
  query: string,
  won: number,
): Features {
  const { script, traits } = candidate.entry
  return {
    intent,
    topic: candidate.topicShare,
    words: candidate.words,
    facts: traits.facts === 0 ? 0 : figures * relevance * factsOf(filled),
    asks: traits.asks ? relevance : 0,
    tier: relevance * TIER[traits.tier],
    situation: relevance * situationOf(traits, figures),
    cue: traits.cue ? relevance : 0,
    flow: candidate.flow,
    type: relevance * (typeMet(traits, analysis.state.types)?.score ?? 0),
    mirror: analysis.state.register === 'formal' && isCasual(filled.text, analysis.locale) ? -1 : 0,
    both: 0,
    typed: query === '' ? 0 : typedFit(filled.text, query),
    own: traits.own ? relevance : 0,
    duty: traits.required ? 1 : 0,
    repeat: repeatOf(script, filled.text, analysis),
    won,
    near: candidate.near,
  }
}

/**
 * The score a candidate reaches at most, before its text is made: every fact it could print is taken as known and nothing as said before. This runs for
 * every candidate, `featuresOf` for the few that are filled.
 */
export function reachOf(
  { entry, topicShare, words, flow, near }: Candidate,
  { intent, relevance, figures }: TopicFit,
  weights: Weights,
  types: State['types'],
  won: number,
): number {
  const { traits } = entry
  const merit =
    weights.facts * figures * Math.min(1, traits.facts * FACT) +
    (traits.asks ? weights.asks : 0) +
    weights.tier * TIER[traits.tier] +
    weights.situation * situationOf(traits, figures) +
    (traits.cue ? weights.cue : 0) +
    (traits.own ? weights.own : 0) +
    weights.type * (typeMet(traits, types)?.score ?? 0)
  return (
    weights.intent * intent +
    weights.topic * topicShare +
    weights.words * words +
    weights.flow * flow +
    weights.won * won +
    weights.near * near +
    relevance * merit +
    (traits.required ? weights.duty : 0)
  )
}

/** Conditions that hold are evidence: the script was written for just this moment. In small talk a store's switches (a promotion runs) are none. */
function situationOf({ conditions, switches }: Traits, figures: number): number {
  return Math.min(1, (conditions + (switches && figures > 0 ? 1 : 0)) / 2)
}

/** What the printed facts are worth, less for those that are missing. */
function factsOf({ printed, missing }: Filled): number {
  return Math.min(1, printed.length * FACT) - Math.min(FACT, missing.length * (FACT / 2))
}

/** What one true fact adds; two are as good as more. */
const FACT = 0.5

/** From this chance on a candidate counts as an answer to what was meant. */
const RELEVANT = 0.55

/** Families that ask for no fact: a figure in the reply is no merit there. Who is in trouble wants to be heard before any figure (F21). */
const FIGURES: ReadonlyMap<string, number> = new Map([
  ['greeting', 0],
  ['thanks_bye', 0],
  ['acknowledgement', 0],
  ['chitchat_offtopic', 0],
  ['complaint_dispute', 0],
  ['quality_issue', 0.4],
  ['refund', 0.4],
  ['return_exchange', 0.5],
  ['logistics_tracking', 0.5],
])

/** How a topic fits what was said; worked out once per topic of a turn. */
export interface TopicFit {
  /** Chance that it is meant. */
  readonly intent: number
  /** 0..1: a figure, a question or a condition is a merit only in a reply to what was meant. */
  readonly relevance: number
  /** What figures are worth in a reply to it, 0..1. */
  readonly figures: number
}

/** What a sure family says for a topic of it that the words do not point to: too little to fill a place. */
const SIBLING = 0.15

/** Chance that the topic's family is meant, less for a topic that is not the family's likeliest. */
export function topicFit(topic: string, share: number, { intents, topics }: Analysis): TopicFit {
  const family = topic.slice(0, Math.max(0, topic.indexOf('.'))) || topic
  const figures = FIGURES.get(family) ?? 1
  if (topic.startsWith('event:')) return { intent: 1, relevance: 1, figures }
  let confidence = 0
  for (const known of intents) if (known.family === family) confidence = known.confidence
  let likeliest = 0
  for (const { name, share: other } of topics) if (other > likeliest && name.startsWith(family)) likeliest = other
  const intent = confidence * (likeliest === 0 ? SIBLING : SIBLING + (1 - SIBLING) * Math.min(1, share / likeliest))
  return { intent, relevance: Math.min(1, intent / RELEVANT), figures }
}

/** What a flow wants said next is meant this much, whatever the words were. */
const WANTED = 0.45

/** How a candidate of a topic with this fit fits when a flow wants it. */
export function wantedFit(fit: TopicFit, flow: number): TopicFit {
  if (flow === 0 || fit.intent >= WANTED * flow) return fit
  const intent = WANTED * flow
  return { intent, relevance: Math.min(1, intent / RELEVANT), figures: fit.figures }
}

function typedFit(text: string, typed: string): number {
  if (text.startsWith(typed)) return 1
  return text.includes(typed) ? 0.6 : 0
}

/** What was just asked for or told in part; a free question to who has just answered one; which product is meant, when the agent told of it. */
const ASKED_AGAIN = 0.6
const ASKED_ABOUT = 0.3
const KNOWN_BETWEEN_THEM = 0.4

function repeatOf({ id, tier, asks }: Script, text: string, { state, answers }: Analysis): number {
  if (state.said.includes(text)) return 1
  const times = state.used.filter((used) => used === id).length
  if (times > 0) return Math.min(1, 0.5 + times * 0.25)
  if (asks.some((slot) => state.expects.includes(slot) || slot in state.slots)) return ASKED_AGAIN
  if (answers && tier === 'ask' && asks.length === 0) return ASKED_ABOUT
  return asks.includes('product_ref') && state.said.some(isTelling) ? KNOWN_BETWEEN_THEM : 0
}

export function scoreOf(features: Features, weights: Weights): number {
  return (
    weights.intent * features.intent +
    weights.topic * features.topic +
    weights.words * features.words +
    weights.facts * features.facts +
    weights.asks * features.asks +
    weights.tier * features.tier +
    weights.situation * features.situation +
    weights.cue * features.cue +
    weights.flow * features.flow +
    weights.type * features.type +
    weights.mirror * features.mirror +
    weights.both * features.both +
    weights.typed * features.typed +
    weights.own * features.own +
    weights.duty * features.duty +
    weights.repeat * features.repeat +
    weights.won * features.won +
    weights.near * features.near
  )
}
