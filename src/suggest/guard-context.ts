import type { GuardContext, TextKind } from '../guard/index.ts'
import { settle } from '../policy/index.ts'
import type { Turn } from './turn.ts'

/** What the guard needs to know of a turn to judge any text in it. */
export function guardContextOf({ input, analysis, facts, situation, deps }: Turn, kind: TextKind): GuardContext {
  const { channel, day } = situation
  return {
    kind,
    locale: analysis.locale,
    uiLocale: input.uiLocale,
    channel,
    intents: analysis.intents.map((intent) => intent.name),
    facts,
    roles: input.roles,
    mood: analysis.state.mood,
    shopperTexts: input.messages.flatMap(({ role, text }) => (role === 'shopper' && text ? [text] : [])),
    otherBrands: deps.store.otherBrands,
    offPlatformPayment: settle(deps.store.payment.offPlatformAllowed, {
      channel,
      day,
      region: undefined,
      zone: undefined,
    }),
    first: situation.first,
    today: day,
  }
}
