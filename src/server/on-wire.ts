import type { Answer, ShownState, State } from '../protocol/index.ts'
import type { Suggested } from '../suggest/index.ts'

/** An answer as clients get it. */
export function onWire(answer: Suggested): Answer {
  return { ...answer, state: shownState(answer.state) }
}

/** The part of a state that clients see: the rest grows with the talk. */
export function shownState({ stage, mood, register, product, expects, rung, types, flows, slots }: State): ShownState {
  return { stage, mood, register, product, expects, rung, types, flows, slots }
}
