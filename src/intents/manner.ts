import type { State } from '../protocol/index.ts'
import { buyingAfter } from './buying.ts'
import { haggleIn, stronger } from './haggle.ts'
import { moodAfter, moodCooled } from './mood.ts'
import { registerAfter } from './register.ts'
import type { Said } from './said.ts'
import { typesAfter } from './types.ts'

/** How a shopper speaks and deals, as far as words tell it. */
type Manner = Pick<State, 'mood' | 'heat' | 'register' | 'types' | 'rung' | 'haggle' | 'buying'>

/** The state with the manner of a shopper's message. */
export function withManner(before: State, message: Said): State {
  const { heat: _heat, haggle: open, buying: ready, ...state } = before
  const feels = message.text === '' ? moodHeld(before) : moodAfter(before, message)
  const register = registerAfter(before.register, message)
  const haggles = haggleIn(message, before)
  const haggle = haggles ? stronger(haggles, open) : agrees(message) ? undefined : open
  const buying = buyingAfter(ready, message)
  const manner: Manner = {
    ...feels,
    register,
    types: typesAfter(before.types, message, { mood: feels.mood, haggle: haggles, turn: before.shopperTurns + 1 }),
    // a burst haggles once: the rung moves when no haggling waits for a reply
    ...(haggles && !open ? { rung: (before.rung ?? 0) + 1 } : {}),
    ...(haggle ? { haggle } : {}),
    ...(buying === undefined ? {} : { buying }),
  }
  return { ...state, ...manner }
}

const SURE = 0.5
const AGREEING: ReadonlySet<string> = new Set(['acknowledgement.price_accept', 'payment.will_pay'])

/** Who agrees no longer haggles, even before a reply came. */
function agrees({ intents }: Said): boolean {
  const [first] = intents
  return first !== undefined && first.confidence >= SURE && AGREEING.has(first.name)
}

/** The state with what an agent's line does to the manner; `holds` tells that it answers nothing. */
export function withMannerAnswered(before: State, agentText: string, holds: boolean): State {
  const { heat: _heat, haggle, ...state } = before
  return { ...state, ...moodCooled(before, agentText, holds), ...(haggle && holds ? { haggle } : {}) }
}

function moodHeld({ mood, heat }: State): Pick<State, 'mood' | 'heat'> {
  return heat === undefined ? { mood } : { mood, heat }
}
