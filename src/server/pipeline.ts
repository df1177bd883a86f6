import { analyse, initialState } from '../intents/index.ts'
import type { Locale, State } from '../protocol/index.ts'
import { checkDraft, type SuggestDeps, suggest } from '../suggest/index.ts'
import type { Pipeline } from './ports.ts'

/** The pure core, joined into the calls the gateway makes. */
export const pipeline: Pipeline = {
  suggest,

  fold: (talk, before, deps, locale, now) => analyse(talk, before ?? beginning(deps, locale), deps.analyse, now).state,

  read(text, context, locale, deps) {
    const begin = beginning(deps, locale)
    const before = context.length === 0 ? begin : analyse(context, begin, deps.analyse).state
    const { intents, entities, abstained } = analyse([{ role: 'shopper', text }], before, deps.analyse)
    return { intents, entities, abstained }
  },

  check: ({ text, ...draft }, deps) =>
    checkDraft(text, { ...draft, turnId: 'draft', because: 'manual', limit: 1 }, deps),
}

function beginning(deps: SuggestDeps, locale: Locale = deps.store.locales[0]!): State {
  return initialState(locale)
}
