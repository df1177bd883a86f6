import { analyse, initialState } from '../intents/index.ts'
import { createFacts, localDay } from '../policy/index.ts'
import type { Locale, Message, State } from '../protocol/index.ts'
import { type SuggestDeps, suggest } from '../suggest/index.ts'
import type { Pipeline } from './ports.ts'

/** The pure core, joined into the calls the gateway makes. */
export const pipeline: Pipeline = {
  suggest,

  fold: (messages, before, deps, locale) => analyse(messages, before ?? beginning(deps, locale), deps.analyse).state,

  read(text, context, locale, deps) {
    const begin = beginning(deps, locale)
    const before = context.length === 0 ? begin : analyse(context, begin, deps.analyse).state
    const { intents, entities, abstained } = analyse([{ role: 'shopper', text }], before, deps.analyse)
    return { intents, entities, abstained }
  },

  check(draft, deps) {
    const analysis = analyse(draft.messages, draft.before ?? beginning(deps), deps.analyse)
    const { state, locale } = analysis
    const { channel, agent, now } = draft
    const facts = createFacts({
      store: deps.store,
      catalogue: deps.catalogue,
      live: draft.facts,
      productId: state.product,
      slots: state.slots,
      locale,
      channel,
      agent,
      now,
    })
    return deps.guard.check(draft.text, {
      kind: 'draft',
      locale,
      uiLocale: draft.uiLocale,
      channel,
      intents: analysis.intents.map((intent) => intent.name),
      facts,
      roles: draft.roles,
      mood: state.mood,
      shopperTexts: shopperTexts(draft.messages),
      otherBrands: deps.store.otherBrands,
      first: state.agentTurns === 0,
      today: localDay(now, deps.store.timezone).day,
    })
  },
}

function beginning(deps: SuggestDeps, locale: Locale = deps.store.locales[0]!): State {
  return initialState(locale)
}

function shopperTexts(messages: readonly Message[]): string[] {
  return messages.flatMap(({ role, text }) => (role === 'shopper' && text ? [text] : []))
}
