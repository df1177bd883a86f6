import type { Analysis } from '../intents/index.ts'
import type { Tier } from '../protocol/index.ts'
import type { Candidate, Filled, Script } from '../scripts/index.ts'
import type { Weights } from './weights.ts'

/** A candidate that may be said, with its text and the evidence for its place. */
export interface Offer {
  readonly candidate: Candidate
  readonly filled: Filled
  readonly template: string
  readonly features: Readonly<Record<keyof Weights, number>>
}

const TIER: Readonly<Record<Tier, number>> = { answer: 1, ask: 0.55, hold: 0.15, close: 0.35 }

/** The named features of an offer, each within -1..1, from the analysis and the state of the talk. */
export function featuresOfOffer(
  candidate: Candidate,
  filled: Filled,
  analysis: Analysis,
  query: string,
): Offer['features'] {
  const { script } = candidate.entry
  const family = candidate.topic.split('.')[0]!
  const intent = analysis.intents.find((known) => known.family === family)
  return {
    intent: candidate.topic.startsWith('event:') ? 1 : (intent?.confidence ?? 0),
    topic: candidate.topicShare,
    words: candidate.words,
    facts: Math.min(1, filled.printed.length * 0.5) - Math.min(0.5, filled.missing.length * 0.25),
    asks: script.asks.length > 0 && (script.when.lacks?.length ?? 0) > 0 ? 1 : 0,
    tier: TIER[script.tier],
    situation: situationFit(script),
    typed: query === '' ? 0 : typedFit(filled.text, query),
    duty: script.required ? 1 : 0,
    repeat: repeatOf(script, filled.text, analysis),
  }
}

/** Conditions that hold are evidence: the script was written for just this moment. */
function situationFit({ stage, when }: Script): number {
  const fits = [stage, when.mood, when.rung, when.event, when.first, when.is, when.role, when.product].filter(
    (condition) => condition !== undefined,
  )
  return Math.min(1, fits.length / 2)
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

export function scoreOf(features: Offer['features'], weights: Weights): number {
  let score = 0
  for (const name in weights) score += weights[name as keyof Weights] * features[name as keyof Weights]
  return score
}
