import type { Moment } from '../../intents/index.ts'
import type { FlowStanding, State } from '../../protocol/index.ts'
import type { FlowRecord, FlowStep } from './flow-record.ts'
import { compileMove, keysIn, keysOf, type Move, meantBy, type Now } from './moves.ts'

/** The flows of the playbook, ready to run. */
export interface Flows {
  /** The state after a step of the talk: flows begin, move on and end. Of those that it is about the one that leads stands first. */
  readonly follow: (state: State, moment: Moment) => State
  /** What a flow wants said where it stands. */
  readonly step: (standing: Pick<FlowStanding, 'id' | 'state'>) => FlowStep | undefined
  /** The categories that the flow wants which the newest step is about, the most fitting first. */
  readonly wants: (state: State) => readonly string[]
  readonly name: (id: string) => FlowRecord['name'] | undefined
}

interface Machine {
  readonly record: FlowRecord
  /** Its place among the flows: ties go by it. */
  readonly order: number
  readonly start: readonly Move[]
  readonly next: ReadonlyMap<string, readonly Move[]>
}

/** A flow that nobody spoke of for so many of the shopper's messages is forgotten. */
const FORGOTTEN = 20

const NOTHING: readonly string[] = []

/** @throws Error when a flow stands twice */
export function createFlows(records: readonly FlowRecord[]): Flows {
  const machines = new Map<string, Machine>()
  const starting = new Map<string, Machine[]>()
  for (const record of records) {
    if (machines.has(record.id)) throw new Error(`flow ${record.id} stands twice`)
    const next = Object.entries(record.states).map(([name, step]) => [name, step.next.map(compileMove)] as const)
    const start = record.start.map(compileMove)
    const machine = { record, order: machines.size, start, next: new Map(next) }
    machines.set(record.id, machine)
    for (const key of new Set(record.start.flatMap(keysOf))) {
      starting.set(key, [...(starting.get(key) ?? []), machine])
    }
  }
  const step: Flows['step'] = ({ id, state }) => machines.get(id)?.record.states[state]
  /** The machines that are alive, and those that one of the keys may start. */
  const concerned = ({ flows }: State, keys: readonly string[]) => {
    const found = new Set<Machine>()
    for (const { id } of flows) {
      const machine = machines.get(id)
      if (machine) found.add(machine)
    }
    for (const key of keys) for (const machine of starting.get(key) ?? []) found.add(machine)
    return found
  }
  return {
    step,
    wants({ flows: [leading], shopperTurns }) {
      return leading?.touched === shopperTurns ? (step(leading)?.suggests ?? NOTHING) : NOTHING
    },
    name: (id) => machines.get(id)?.record.name,
    follow(state, moment) {
      const meant = meantBy(moment)
      const about: About[] = []
      const aside: FlowStanding[] = []
      for (const machine of concerned(state, keysIn(moment, meant))) {
        const at = state.flows.find(({ id }) => id === machine.record.id)
        const found = advance(machine, { state, moment, meant, at })
        if (found) about.push(found)
        else if (at && !isOver(at, step, state, moment)) aside.push(at)
      }
      if (about.length === 0 && aside.length === state.flows.length) return state
      about.sort((a, b) => b.priority - a.priority || a.place - b.place || b.came - a.came || a.order - b.order)
      // an agent's line and an event move flows on, but what leads is what waits for an answer
      const leads =
        moment.role === 'agent' || waits({ state, moment })
          ? inOrderOf(state.flows, about, aside)
          : [...inFront(about), ...ordered(state, aside)]
      return { ...state, flows: leads }
    },
  }
}

/**
 * A flow that a step is about, where it stands after it, how early it was named, and after how many lines of the agent it came to where it stood before
 * (-1: it begins): an answer is to what was said last.
 */
interface About {
  readonly standing: FlowStanding
  readonly priority: number
  readonly place: number
  readonly came: number
  readonly order: number
}

function advance({ record, order, start, next }: Machine, now: Now): About | undefined {
  const { at, state } = now
  const moves = at ? (next.get(at.state) ?? []) : start
  const found = happening(moves, now) ?? (at && record.states[at.state]?.end ? happening(start, now) : undefined)
  const { id, priority } = record
  const came = at?.since ?? -1
  if (found) {
    // a line of the agent that brings it there has been spoken
    const since = now.moment.role === 'agent' ? state.agentTurns - 1 : state.agentTurns
    // an event says nothing of the question that waits: what the flow wants comes after it
    const touched = waits(now) ? (at?.touched ?? state.shopperTurns - 1) : state.shopperTurns
    const standing = { id, state: found.to, since, touched }
    return { standing, priority, place: found.place, came, order }
  }
  // a message about its matter that moves nothing brings it to the front
  const again = at && now.moment.role === 'shopper' ? happening(start, now) : undefined
  return again && at && { standing: { ...at, touched: state.shopperTurns }, priority, place: again.place, came, order }
}

function waits({ state, moment }: Pick<Now, 'state' | 'moment'>): boolean {
  return moment.role === 'event' && state.openQuestions.length > 0
}

function happening(moves: readonly Move[], now: Now): { to: string; place: number } | undefined {
  for (const move of moves) {
    const place = move.try(now)
    if (place >= 0) return { to: move.to, place }
  }
  return undefined
}

function isOver(at: FlowStanding, step: Flows['step'], state: State, moment: Moment): boolean {
  if (state.shopperTurns - at.touched > FORGOTTEN) return true
  const ends = step(at)?.end ?? true
  return ends && (moment.role === 'shopper' || (moment.role === 'agent' && !moment.holds))
}

function inFront(about: readonly About[]): FlowStanding[] {
  return about.map(({ standing }) => standing)
}

function ordered({ flows }: State, aside: readonly FlowStanding[]): FlowStanding[] {
  return flows.filter((flow) => aside.includes(flow))
}

function inOrderOf(
  before: readonly FlowStanding[],
  about: readonly About[],
  aside: readonly FlowStanding[],
): FlowStanding[] {
  const moved = new Map(about.map(({ standing }) => [standing.id, standing]))
  const kept = before.flatMap((flow) => {
    const to = moved.get(flow.id)
    if (to) moved.delete(flow.id)
    return to ?? (aside.includes(flow) ? flow : [])
  })
  return [...kept, ...moved.values()]
}
