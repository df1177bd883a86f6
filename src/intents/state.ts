import type { Entity, Intent, Locale, State, Tier } from '../protocol/index.ts'
import { expectsOf, isGreeting, isHolding, isQuestion } from './expects.ts'
import { withManner, withMannerAnswered } from './manner.ts'
import { normalise } from './normalise.ts'
import { pendingOf } from './pending.ts'
import { said } from './said.ts'
import { SLOTS, type SlotName } from './slots.ts'
import { stageOf } from './stage.ts'

/** What a message means: intents best first, and the topic shares behind them. */
export interface Reading {
  readonly intents: readonly Intent[]
  readonly topics: readonly { readonly name: string; readonly share: number }[]
  /** True when it answers what the agent has asked. */
  readonly answers?: boolean
  /** The chance, 0 to 1, that the words are about another trade; absent when they are read by what was said before. */
  readonly outOfScope?: number
}

/** What the fold needs to know of a script that an agent has sent. */
export interface SaidScript {
  readonly id: string
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
  { intents, topics }: Reading,
  found: readonly Entity[],
): State {
  const slots = { ...state.slots }
  for (const entity of found) {
    if (entity.slot in SLOTS)
      slots[entity.slot] = { value: entity.value, text: entity.text, ...(entity.unit ? { unit: entity.unit } : {}) }
  }
  const first = intents[0]
  const spokenOf = spokenOfIn(topics)
  const products = found.flatMap(({ slot, value }) => (slot === 'product_ref' ? [String(value)] : []))
  return {
    ...withProducts(withManner(state, said(text, intents, found, state.pending)), products),
    locale,
    slots,
    stage: stageOf(state.stage, first, normalise(text).text),
    expects: state.expects.filter((slot) => !(slot in slots)),
    ...(spokenOf.length > 0 ? { about: spokenOf } : {}),
    openQuestions: first
      ? [...state.openQuestions, { ...first, text: text.slice(0, 80) }].slice(-8)
      : state.openQuestions,
    shopperTurns: state.shopperTurns + 1,
  }
}

const SPOKEN = 8

/** The state once these products were spoken of: the first of them is the one that is meant from now on. */
export function withProducts(state: State, products: readonly string[]): State {
  const [product] = products
  if (product === undefined) return state
  return { ...state, product, spoken: [...new Set([...(state.spoken ?? []), ...products])].slice(-SPOKEN) }
}

/** The topics a message may be about: not the nods, nor what is far behind the likeliest. */
function spokenOfIn(topics: Reading['topics']): NonNullable<State['about']> {
  const spoken = topics.filter(({ name, share }) => {
    const family = familyOf(name)
    return !LIGHT.has(family) && share >= (GRAVE.has(family) ? SPOKEN_OF_GRAVE : SPOKEN_OF)
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
  const pending = waits ? pendingOf(text, asked, before.about ?? [], broughtUp) : []
  return {
    ...state,
    ...(pending.length > 0 ? { pending } : {}),
    expects: asked.filter((slot) => !(slot in before.slots)),
    openQuestions,
    used: script ? [...before.used, script.id].slice(-30) : before.used,
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

/** The family of a topic: `size_fit` of `size_fit.recommend`. */
export function familyOf(topic: string): string {
  return topic.slice(0, topic.indexOf('.'))
}
