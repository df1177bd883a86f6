import type { Entity, Intent, Locale, PlatformEvent, State, Tier } from '../protocol/index.ts'
import { changesIn } from './changes.ts'
import { expectsOf, isGreeting, isHolding, isQuestion } from './expects.ts'
import { HAGGLE_TOPIC } from './haggle.ts'
import { withManner, withMannerAnswered } from './manner.ts'
import { normalise } from './normalise.ts'
import { statusAfter } from './order-status.ts'
import { pendingOf } from './pending.ts'
import { said } from './said.ts'
import { SLOTS, type SlotName } from './slots.ts'
import { stageAfterEvent, stageOf } from './stage.ts'

/** What a message means: intents best first, and the topic shares behind them. */
export interface Reading {
  readonly intents: readonly Intent[]
  readonly topics: readonly { readonly name: string; readonly share: number }[]
  /** Topics that are asked about beside another one of their family. */
  readonly besides?: readonly string[]
  /** True when it answers what the agent has asked. */
  readonly answers?: boolean
  /** The chance, 0 to 1, that the words are about another trade; absent when they are read by what was said before. */
  readonly outOfScope?: number
}

/** What the fold needs to know of a script that an agent has sent. */
export interface SaidScript {
  /** `a+b` for two scripts joined into one reply. */
  readonly id: string
  readonly category: string
  readonly tier: Tier
  readonly intents: readonly string[]
  readonly asks: readonly SlotName[]
}

/** Families in which a wrong answer offends: an apology for a fault nobody reported needs a surer reading than a price. */
export const GRAVE: ReadonlySet<string> = new Set(['complaint_dispute', 'quality_issue', 'refund'])

/** Families that say nothing by themselves: behind an open question they step back. */
export const LIGHT: ReadonlySet<string> = new Set([
  'greeting',
  'thanks_bye',
  'other',
  'acknowledgement',
  'chitchat_offtopic',
])

/** Matters of their own in families that mostly say little. */
const OWN_MATTER: ReadonlySet<string> = new Set([
  'other.human',
  'other.account',
  'other.wholesale',
  'other.franchise',
  'other.store_visit',
  'other.meet',
  'other.shop_link',
  'other.callback',
  'acknowledgement.wait',
  'acknowledgement.price_accept',
])

/** True for a topic that says little by itself: a greeting, a nod, a scrap. */
export function isLight(topic: string): boolean {
  return LIGHT.has(familyOf(topic)) && !OWN_MATTER.has(topic)
}

/** A topic with this share is one the talk may be about; so many are kept. */
const SPOKEN_OF = 0.05
const SPOKEN_OF_BESIDE = 0.15
const SPOKEN_OF_GRAVE = 0.2
const ABOUT = 3

export function initialState(locale: Locale): State {
  return {
    stage: 'presale',
    mood: 'calm',
    register: 'neutral',
    expects: [],
    types: [],
    flows: [],
    locale,
    slots: {},
    used: [],
    said: [],
    openQuestions: [],
    agentTurns: 0,
    shopperTurns: 0,
  }
}

/** The state after a shopper's message and what was read in it. */
export function afterShopper(
  state: State,
  text: string,
  locale: Locale,
  { intents, topics, answers }: Reading,
  found: readonly Entity[],
): State {
  const slots = { ...state.slots }
  for (const entity of found) {
    if (entity.slot in SLOTS)
      slots[entity.slot] = { value: entity.value, text: entity.text, ...(entity.unit ? { unit: entity.unit } : {}) }
  }
  const manner = withManner(state, said(text, intents, found, answers ? state.pending : []))
  const haggled = state.haggle === undefined ? haggledBy(manner) : undefined
  const first = intents[0]
  const asked = haggled && first ? askedBy(first, haggled, answers === true) : first
  const spokenOf = spokenOfIn(topics, haggled)
  const products = found.flatMap(({ slot, value }) => (slot === 'product_ref' ? [String(value)] : []))
  return {
    ...withProducts(manner, products),
    locale,
    slots,
    changed: changesIn(state, text, found),
    stage: stageOf(state.stage, first, normalise(text).text),
    expects: state.expects.filter((slot) => !(slot in slots)),
    ...(spokenOf.length > 0 ? { about: spokenOf } : {}),
    openQuestions: asked
      ? [...state.openQuestions, { ...asked, text: text.slice(0, 80) }].slice(-8)
      : state.openQuestions,
    shopperTurns: state.shopperTurns + 1,
  }
}

/** The rung that the words themselves are on; who only tests the price is left to the reading. */
function haggledBy({ haggle }: State): string | undefined {
  return haggle === undefined || haggle === 'probe' ? undefined : HAGGLE_TOPIC[haggle]
}

/** Words that haggle outweigh a reading that is no surer than this. */
const VAGUE = 0.85
const HAGGLES = 0.8

/** What a message that haggles by its words asks for: a reading of something else stands when it is sure and not `lent` by the agent's question. */
function askedBy(first: Intent, haggled: string, lent: boolean): Intent {
  const isOther = familyOf(first.name) !== familyOf(haggled)
  const gives = isOther && (lent || first.confidence < VAGUE)
  return gives ? { name: haggled, family: familyOf(haggled), confidence: HAGGLES } : first
}

const SPOKEN = 8

/** The state once these products were spoken of: the first of them is the one that is meant from now on. */
export function withProducts(state: State, products: readonly string[]): State {
  const [product] = products
  if (product === undefined) return state
  return { ...state, product, spoken: [...new Set([...(state.spoken ?? []), ...products])].slice(-SPOKEN) }
}

/** The topics a message may be about: not the nods, nor what is far behind the likeliest; `haggled` is what its words told. */
function spokenOfIn(topics: Reading['topics'], haggled: string | undefined): NonNullable<State['about']> {
  const isMissed = haggled !== undefined && !topics.some(({ name }) => familyOf(name) === familyOf(haggled))
  const told = isMissed ? [{ name: haggled, share: HAGGLES }, ...topics] : topics
  const spoken = told.filter(({ name, share }) => {
    const family = familyOf(name)
    return !isLight(name) && share >= (GRAVE.has(family) ? SPOKEN_OF_GRAVE : SPOKEN_OF)
  })
  const least = Math.max(...spoken.map(({ share }) => share)) * SPOKEN_OF_BESIDE
  return spoken
    .filter(({ share }) => share >= least)
    .slice(0, ABOUT)
    .map(({ name, share }) => ({ name, share: Math.round(share * 1e3) / 1e3 }))
}

/**
 * After an agent's line: what it asks is expected, what it answers is no longer open. A holding line or a greeting answers nothing; a script closes
 * the questions it is written for; own words close everything. `broughtUp` are the topics a question of the agent is about.
 */
export function afterAgent(
  before: State,
  text: string,
  script: SaidScript | undefined,
  broughtUp: Reading['topics'],
): State {
  const asked = script ? script.asks : expectsOf(text)
  const openQuestions = stillOpen(before, text, script, asked.length > 0)
  const { pending: _, ...state } = withMannerAnswered(before, text, openQuestions === before.openQuestions)
  const waits = asked.length > 0 || isQuestion(text)
  const opens = waits && script?.category !== WELCOME
  const pending = opens ? pendingOf(text, asked, before.about ?? [], broughtUp) : []
  return {
    ...state,
    ...(pending.length > 0 ? { pending } : {}),
    expects: asked.filter((slot) => !(slot in before.slots)),
    openQuestions,
    used: script ? [...before.used, ...script.id.split('+')].slice(-30) : before.used,
    said: [...before.said, text.slice(0, 200)].slice(-30),
    agentTurns: before.agentTurns + 1,
  }
}

function stillOpen(before: State, text: string, script: SaidScript | undefined, asks: boolean): State['openQuestions'] {
  const open = before.openQuestions
  if (asks) return []
  const holds = script ? script.tier === 'hold' : isHolding(text)
  if (holds) return open
  if (isGreeting(text)) return open.filter((question) => !LIGHT.has(question.family))
  if (!script) return []
  const answered = new Set(script.intents.map((intent) => intent.split('.')[0]))
  return open.filter((question) => !LIGHT.has(question.family) && !answered.has(question.family))
}

/** What a welcome asks opens no matter: 想看点什么，店里有活动. */
const WELCOME = 'C01'

/** After a platform event: the talk is at its stage, and after a payment no pre-sale line fits. What has arrived is another matter than its way. */
export function afterEvent(before: State, { type, byFacts }: PlatformEvent): State {
  const order = statusAfter(type) ?? before.order
  const stage = byFacts ? before.stage : stageAfterEvent(before.stage, type)
  const { about, ...state } = before
  const kept = about && type !== 'order_received' ? { about } : {}
  return { ...state, ...kept, stage, ...(order ? { order } : {}) }
}

/** The family of a topic: `size_fit` of `size_fit.recommend`. */
export function familyOf(topic: string): string {
  return topic.slice(0, topic.indexOf('.'))
}
