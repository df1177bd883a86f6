import type { Moment } from '../intents/index.ts'
import type { State } from '../protocol/index.ts'
import { type CostOf, withConcession } from './conceded.ts'
import type { Flows } from './flows/index.ts'
import { meantOnLadder } from './ladder-topic.ts'

/** What is asked for in these messages belongs on the order's note (F1). */
const WISHES: ReadonlySet<string> = new Set([
  'order_change.remark',
  'order_change.packing',
  'shipping_time.appointment',
  'courier_choice.use',
  'logistics_tracking.proxy_sign',
])
const SURE = 0.6
const MOST = 4
const LONGEST = 40

/**
 * What is folded along with the talk beside what the words mean: wishes for the order's note, ticks of the agent, what was granted in the price, and the
 * flows. Without `costOf` no margin is known.
 */
export function createFollow(flows: Flows, costOf: CostOf = () => undefined): (state: State, moment: Moment) => State {
  return (state, moment) => {
    const noted = withConcession(withDone(withWish(state, moment), moment), moment, costOf)
    const heard = moment.role === 'shopper' ? { ...moment, intents: meantOnLadder(moment.intents, state) } : moment
    return flows.follow(noted, heard)
  }
}

function withWish(state: State, moment: Moment): State {
  if (moment.role !== 'shopper') return state
  const [first] = moment.intents
  if (!first || first.confidence < SURE || !WISHES.has(first.name) || moment.answers) return state
  const wish = moment.text.slice(0, LONGEST)
  return { ...state, wishes: [...(state.wishes ?? []).filter((known) => known !== wish), wish].slice(-MOST) }
}

function withDone(state: State, moment: Moment): State {
  if (moment.role !== 'event' || !moment.action) return state
  return { ...state, done: [...new Set([...(state.done ?? []), moment.action])] }
}
