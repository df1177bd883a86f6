import { createLearner, type Learner, type LearnerDeps, type LearnerState } from '../../insight/index.ts'
import { createPauses } from '../in-slices.ts'
import { type Forgotten, saysTheSame } from './forgotten.ts'

/** A learner as it is saved: each part a JSON text of its own, so that no part holds up live conversations for long. */
interface Kept {
  readonly forgotten: readonly Forgotten[]
  readonly parts: Readonly<Record<string, string>>
}

export const foldName = (store: string) => `learning/${store}`

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
export function openLearner(body: unknown, forgotten: readonly Forgotten[], deps: LearnerDeps): Learner | undefined {
  const kept = body as Kept
  return saysTheSame(kept.forgotten, forgotten) ? createLearner(deps, stateOf(kept)) : undefined
}

/** The saved body without texts and conversations of records that are gone; what was counted stays. Pure. */
export function forgetGone(body: unknown, isGone: (n: number) => boolean): unknown {
  const kept = body as Kept
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
