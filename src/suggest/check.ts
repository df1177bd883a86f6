import type { Verdict } from '../guard/index.ts'
import { analyse, initialState } from '../intents/index.ts'
import { guardContextOf } from './guard-context.ts'
import type { SuggestDeps, SuggestInput } from './suggest.ts'
import { openTurn } from './turn.ts'

/** Judges a draft the agent has typed, against the talk it would be sent in. */
export function checkDraft(text: string, input: SuggestInput, deps: SuggestDeps): Verdict {
  const before = input.before ?? initialState(input.locale ?? deps.store.locales[0]!)
  const turn = openTurn(input, analyse(input.messages, before, deps.analyse, input.now), deps)
  return deps.guard.check(text, guardContextOf(turn, 'draft'))
}
