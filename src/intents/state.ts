import type { Entity, Intent, Locale, State, Tier } from '../protocol/index.ts'
import { expectsOf, isGreeting, isHolding } from './expects.ts'
import { moodOf, registerOf } from './mood.ts'
import { normalise } from './normalise.ts'
import { SLOTS, type SlotName } from './slots.ts'
import { stageOf } from './stage.ts'

/** What the fold needs to know of a script that an agent has sent. */
export interface SaidScript {
  readonly id: string
  readonly tier: Tier
  readonly intents: readonly string[]
  readonly asks: readonly SlotName[]
}

/** Families that say nothing by themselves: behind an open question they step back. */
export const LIGHT: ReadonlySet<string> = new Set([
  'greeting',
  'thanks_bye',
  'other',
  'acknowledgement',
  'chitchat_offtopic',
])

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
  intents: readonly Intent[],
  found: readonly Entity[],
): State {
  const normalised = normalise(text).text
  const slots = { ...state.slots }
  for (const entity of found) {
    if (entity.slot in SLOTS)
      slots[entity.slot] = { value: entity.value, text: entity.text, ...(entity.unit ? { unit: entity.unit } : {}) }
  }
  const product = found.find((entity) => entity.slot === 'product_ref')
  const first = intents[0]
  const haggles = first?.family === 'price_haggle' && first.confidence >= 0.4
  // a burst asks once: the rung moves when no haggling of it is open yet
  const haggledAlready = state.openQuestions.some((open) => open.family === 'price_haggle')
  const rung = haggles && !haggledAlready ? (state.rung ?? 0) + 1 : state.rung
  return {
    ...state,
    locale,
    slots,
    stage: stageOf(state.stage, first),
    mood: text === '' ? state.mood : moodOf(normalised, state.mood),
    register: registerOf(normalised, state.register),
    ...(product ? { product: String(product.value) } : {}),
    ...(rung === undefined ? {} : { rung }),
    expects: state.expects.filter((slot) => !(slot in slots)),
    openQuestions: first
      ? [...state.openQuestions, { ...first, text: text.slice(0, 80) }].slice(-8)
      : state.openQuestions,
    shopperTurns: state.shopperTurns + 1,
  }
}

/**
 * After an agent's line: what it asks is expected, what it answers is no longer open. A holding line or a greeting answers nothing; a script closes
 * the questions it is written for; own words close everything.
 */
export function afterAgent(before: State, text: string, script: SaidScript | undefined): State {
  const asked = script ? script.asks : expectsOf(text)
  const { pending: _, ...state } = before
  const pending = asked.length > 0 ? before.openQuestions.findLast((open) => !LIGHT.has(open.family))?.name : undefined
  return {
    ...state,
    ...(pending ? { pending } : {}),
    expects: asked.filter((slot) => !(slot in before.slots)),
    openQuestions: stillOpen(before, text, script, asked.length > 0),
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
