import type { EarlierLine, GuardContext, TextKind } from '../guard/index.ts'
import { compensationFen, say, settle } from '../policy/index.ts'
import type { Intent, State } from '../protocol/index.ts'
import type { SuggestDeps } from './suggest.ts'
import type { Turn } from './turn.ts'

const LOCALES = ['zh', 'en', 'ko'] as const

/** From this confidence on a reply may be held against what was asked. */
const SURE = 0.65

function surelyMeant(intents: readonly Intent[]): string[] {
  return intents.flatMap(({ name, confidence }) => (confidence >= SURE ? [name] : []))
}

/** What the guard needs to know of a turn to judge any text in it. */
export function guardContextOf({ input, analysis, facts, situation, deps }: Turn, kind: TextKind): GuardContext {
  const { channel, day } = situation
  const place = { channel, day, region: undefined, zone: undefined }
  const limit = settle(deps.store.aftersale.compensationLimit, place)
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
    settings: deps.store.guard,
    keeps: kindsKept(deps),
    ownNames: LOCALES.flatMap((locale) => say(deps.store.name, locale) ?? []),
    liveStock: facts.liveStock,
    offPlatformPayment: settle(deps.store.payment.offPlatformAllowed, place),
    mayCompensate: limit === undefined ? undefined : compensationFen(limit, input.roles) / 100,
    asked: surelyMeant(analysis.intents),
    waiting: situation.words,
    register: analysis.state.register,
    spoken: analysis.state.spoken?.length ?? 0,
    earlier: earlierIn(analysis.state),
    confirmed: analysis.state.done,
    first: situation.first,
    today: day,
  }
}

/** Which kinds of data a store has filled in at all. */
function kindsKept({ store, catalogue }: SuggestDeps): GuardContext['keeps'] {
  const { promotions, gifts, coupons, member, shipping } = store
  return {
    offers: promotions.length + gifts.length + coupons.length + member.levels.length > 0,
    postage: shipping.zones.length > 0,
    goods: catalogue.all.length > 0,
  }
}

/** The agents' lines with what the shopper has told anew since: lines are counted from the talk's first. */
function earlierIn({ said, agentTurns, changed = {} }: State): EarlierLine[] {
  const forgotten = agentTurns - said.length
  const changes = Object.entries(changed)
  return said.map((text, index) => {
    const changedSince = new Set(changes.flatMap(([slot, lines]) => (lines > forgotten + index ? [slot] : [])))
    return { text, changedSince }
  })
}
