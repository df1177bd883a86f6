import { WEIGHTS, type Weights } from '../../suggest/index.ts'
import { ENOUGH_AGENTS } from './enough-agents.ts'

type Name = keyof Weights

/** Weights that are learned. Duties, what an agent types, repeats and what learning itself adds are no matter of taste. */
const LEARNED: readonly Name[] = [
  'intent',
  'topic',
  'words',
  'facts',
  'asks',
  'tier',
  'situation',
  'cue',
  'flow',
  'type',
  'both',
]
const NAMES = Object.keys(WEIGHTS) as Name[]
/** A weight stays within this share of what ships. */
const BOUND = 0.3
const RATE = 0.01
/** With every pair a weight goes back by this share of its distance to what ships: what is not confirmed fades. */
const PULL = 0.0005
/** From so many pairs on the learned weights are used, when enough agents have taken part. */
const PAIRS = 500

export interface SavedWeights {
  readonly weights: Weights
  readonly pairs: number
  /** Those who took part, until there are enough. */
  readonly agents: readonly string[]
}

/** The values of features that were not 0. */
export type SomeFeatures = Readonly<Record<string, number>>

export interface FeatureWeights {
  /** Of two suggestions of one list the agent took this one and not the other; `importance` corrects for where they stood. */
  learn(taken: SomeFeatures, other: SomeFeatures, importance: number, agent: string): void
  /** The weights to use now. */
  readonly inUse: Weights
  saved(): SavedWeights
}

/** Online pairwise logistic regression on the features of what was shown, within bounds around the shipped weights. */
export function createFeatureWeights(saved?: SavedWeights): FeatureWeights {
  const weights: { -readonly [K in Name]: number } = { ...WEIGHTS, ...saved?.weights }
  const agents = new Set(saved?.agents)
  let pairs = saved?.pairs ?? 0
  let inUse: Weights | undefined
  return {
    learn(taken, other, importance, agent) {
      let margin = 0
      for (const name of NAMES) margin += weights[name] * ((taken[name] ?? 0) - (other[name] ?? 0))
      const step = (RATE * importance) / (1 + Math.exp(margin))
      for (const name of LEARNED) {
        const shipped = WEIGHTS[name]
        const moved = weights[name] + step * ((taken[name] ?? 0) - (other[name] ?? 0))
        const pulled = moved + PULL * (shipped - moved)
        weights[name] = Math.min(shipped * (1 + BOUND), Math.max(shipped * (1 - BOUND), pulled))
      }
      pairs += 1
      if (agents.size < ENOUGH_AGENTS) agents.add(agent)
      inUse = undefined
    },
    get inUse() {
      if (pairs < PAIRS || agents.size < ENOUGH_AGENTS) return WEIGHTS
      inUse ??= { ...weights }
      return inUse
    },
    saved: () => ({ weights: { ...weights }, pairs, agents: [...agents] }),
  }
}
