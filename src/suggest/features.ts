import type { Analysis } from '../intents/index.ts'
import type { Tier } from '../protocol/index.ts'
import type { Candidate, Filled, Script, Traits } from '../scripts/index.ts'
import type { Weights } from './weights.ts'

/** A candidate that may be said, with its text and the evidence for its place. */
export interface Offer {
  readonly candidate: Candidate
  readonly filled: Filled
  readonly template: string
  readonly features: Features
}

export type Features = Readonly<Record<keyof Weights, number>>

const TIER: Readonly<Record<Tier, number>> = { answer: 1, ask: 0.55, hold: 0.15, close: 0.35 }

/**
 * The named features of a candidate, each within -1..1, before its text is made: `facts` takes every fact it could print as known and nothing as said
 * before. What is left out when it is filled can only lower its score.
 */
export function featuresOf(candidate: Candidate, fit: TopicFit): Features {
  const { intent, relevance, figures } = fit
  const { traits } = candidate.entry
  return {
    intent,
    topic: candidate.topicShare,
    words: candidate.words,
    facts: figures * relevance * Math.min(1, traits.facts * FACT),
    asks: traits.asks ? relevance : 0,
    tier: relevance * TIER[traits.tier],
    situation: relevance * situationOf(traits, figures),
    cue: traits.cue ? relevance : 0,
    typed: 0,
    duty: traits.required ? 1 : 0,
    repeat: 0,
  }
}

/** The score of `featuresOf`, without making them: this runs for every candidate, they for the few that are filled. */
export function reachOf(
  { entry, topicShare, words }: Candidate,
  { intent, relevance, figures }: TopicFit,
  weights: Weights,
): number {
  const { traits } = entry
  const merit =
    weights.facts * figures * Math.min(1, traits.facts * FACT) +
    (traits.asks ? weights.asks : 0) +
    weights.tier * TIER[traits.tier] +
    weights.situation * situationOf(traits, figures) +
    (traits.cue ? weights.cue : 0)
  return (
    weights.intent * intent +
    weights.topic * topicShare +
    weights.words * words +
    relevance * merit +
    (traits.required ? weights.duty : 0)
  )
}

/** Conditions that hold are evidence: the script was written for just this moment. In small talk a store's switches (a promotion runs) are none. */
function situationOf({ conditions, switches }: Traits, figures: number): number {
  return Math.min(1, (conditions + (switches && figures > 0 ? 1 : 0)) / 2)
}

/** The features of an offer: those of its candidate, corrected by the text that came out. */
export function withText(
  features: Features,
  candidate: Candidate,
  filled: Filled,
  analysis: Analysis,
  query: string,
): Features {
  const possible = Math.min(1, candidate.entry.traits.facts * FACT)
  const printed = Math.min(1, filled.printed.length * FACT) - Math.min(FACT, filled.missing.length * (FACT / 2))
  return {
    ...features,
    facts: features.facts === 0 || possible === 0 ? features.facts : (features.facts / possible) * printed,
    typed: query === '' ? 0 : typedFit(filled.text, query),
    repeat: repeatOf(candidate.entry.script, filled.text, analysis),
  }
}

/** What one true fact adds; two are as good as more. */
const FACT = 0.5

/** From this chance on a candidate counts as an answer to what was meant. */
const RELEVANT = 0.4

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

/** Chance that the topic's family is meant, less for a topic that is not the family's likeliest. */
export function topicFit(topic: string, share: number, { intents, topics }: Analysis): TopicFit {
  const family = topic.slice(0, Math.max(0, topic.indexOf('.'))) || topic
  const figures = FIGURES.get(family) ?? 1
  if (topic.startsWith('event:')) return { intent: 1, relevance: 1, figures }
  let confidence = 0
  for (const known of intents) if (known.family === family) confidence = known.confidence
  let likeliest = 0
  for (const { name, share: other } of topics) if (other > likeliest && name.startsWith(family)) likeliest = other
  const intent = confidence * (likeliest === 0 ? 0.3 : 0.3 + 0.7 * Math.min(1, share / likeliest))
  return { intent, relevance: Math.min(1, intent / RELEVANT), figures }
}

function typedFit(text: string, typed: string): number {
  if (text.startsWith(typed)) return 1
  return text.includes(typed) ? 0.6 : 0
}

function repeatOf(script: Script, text: string, { state }: Analysis): number {
  if (state.said.includes(text)) return 1
  const times = state.used.filter((id) => id === script.id).length
  return times === 0 ? 0 : Math.min(1, 0.5 + times * 0.25)
}

export function scoreOf(features: Features, weights: Weights): number {
  let score = 0
  for (const name of NAMES) score += weights[name] * features[name]
  return score
}

const NAMES: readonly (keyof Weights)[] = [
  'intent',
  'topic',
  'words',
  'facts',
  'asks',
  'tier',
  'situation',
  'cue',
  'typed',
  'duty',
  'repeat',
]
