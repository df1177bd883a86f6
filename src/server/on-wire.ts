import type { Answer, Locale, ShownState, State } from '../protocol/index.ts'
import type { Flows, Suggested } from '../suggest/index.ts'

/** An answer as clients get it, in the agent's language. */
export function onWire({ evidence: _, blocked: __, ...answer }: Suggested, flows: Flows, uiLocale: Locale): Answer {
  return { ...answer, state: shownState(answer.state, flows, uiLocale) }
}

/** The part of a state that clients see: the rest grows with the talk. */
export function shownState(state: State, flows: Flows, uiLocale: Locale): ShownState {
  const { stage, mood, register, product, expects, rung, types, slots, conceded } = state
  const shown = state.flows.map((standing) => {
    const name = flows.name(standing.id)?.[uiLocale] ?? standing.id
    const step = flows.step(standing)?.says[uiLocale] ?? standing.state
    return { id: standing.id, state: standing.state, name, says: step }
  })
  return { stage, mood, register, product, expects, rung, types, flows: shown, slots, conceded }
}
