import { createLearner, type Learner, type LearnerDeps, type LearnerState } from '../../insight/index.ts'
import { createPauses } from '../in-slices.ts'
import { type Forgotten, saysTheSame } from './forgotten.ts'

/** A learner as it is saved: each part a JSON text of its own, so that no part holds up live conversations for long. */
export interface Kept {
  readonly forgotten: readonly Forgotten[]
  readonly parts: Readonly<Record<string, string>>
}

/** The learners of all stores, as one fold is saved. */
export interface KeptStores {
  readonly stores: Readonly<Record<string, Kept>>
}

/** The saved fold by its name, and how what is gone is taken out of it. */
export const LEARNING_FOLD = {
  name: 'learning',
  /** The saved body without texts and conversations of records that are gone; what was counted stays. Pure. */
  forget(body: unknown, isGone: (n: number) => boolean): KeptStores {
    const { stores } = body as KeptStores
    const kept = Object.entries(stores).map(([store, one]) => [store, forgetGone(one, isGone)] as const)
    return { stores: Object.fromEntries(kept) }
  },
}

/** The body of a saved fold; pauses while it is made. The learner must not be fed meanwhile. */
export async function keepLearner({ state }: Learner, forgotten: readonly Forgotten[]): Promise<Kept> {
  const pause = createPauses()
  const parts: Record<string, string> = {}
  for (const [name, part] of Object.entries(state)) {
    parts[name] = JSON.stringify(part)
    await pause()
  }
  return { forgotten, parts }
}

/** The learner that was saved; undefined when it was folded from other parts of the log than those that count now. */
export function openLearner(kept: Kept, forgotten: readonly Forgotten[], deps: LearnerDeps): Learner | undefined {
  return saysTheSame(kept.forgotten, forgotten) ? createLearner(deps, stateOf(kept)) : undefined
}

function forgetGone(kept: Kept, isGone: (n: number) => boolean): Kept {
  const learner = createLearner({ said: () => undefined }, stateOf(kept))
  learner.forget(isGone)
  const parts = Object.fromEntries(Object.entries(learner.state).map(([name, part]) => [name, JSON.stringify(part)]))
  return { ...kept, parts }
}

function stateOf({ parts }: Kept): LearnerState {
  return Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, JSON.parse(text) as unknown]),
  ) as unknown as LearnerState
}
