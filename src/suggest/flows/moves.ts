import { GRAVE, isQuestion, type Moment } from '../../intents/index.ts'
import type { FlowStanding, State } from '../../protocol/index.ts'
import type { FlowMove, FlowWhen } from './flow-record.ts'

/** A step of the talk as moves are held against it. */
export interface Now {
  readonly state: State
  readonly moment: Moment
  /** What the shopper's message surely means, names and families, likeliest first. */
  readonly meant: readonly string[]
  /** Where the flow stands; absent when it is not alive. */
  readonly at?: FlowStanding | undefined
}

/** A move ready to be tried: its target, and how early among the shopper's meanings it was named (0 first), or -1 when it does not happen. */
export interface Move {
  readonly to: string
  readonly try: (now: Now) => number
}

/** From these confidences on a message moves a flow; where a wrong step offends the reading must be surer. */
const SURE = 0.5
const GRAVE_SURE = 0.65
/** Of what the agent's question was about, only what it surely was. */
const ANSWER_SURE = 0.65
/** From this score on a customer type counts. */
const TYPE_SURE = 0.4

export function meantBy(moment: Moment): string[] {
  if (moment.role !== 'shopper') return []
  const sure = moment.answers ? ANSWER_SURE : SURE
  const meant: string[] = []
  for (const { name, family, confidence } of moment.intents) {
    if (confidence >= (GRAVE.has(family) ? GRAVE_SURE : sure)) meant.push(name, family)
  }
  return meant
}

/** What a move listens to, so that most moves are never tried. */
export function keysOf({ shopper, agent, event }: FlowMove): readonly string[] {
  return shopper ?? (agent ? ['agent'] : (event ?? []))
}

/** What a step may move. */
export function keysIn(moment: Moment, meant: readonly string[]): readonly string[] {
  if (moment.role === 'shopper') return [...meant, 'any']
  return [moment.role === 'agent' ? 'agent' : moment.type]
}

export function compileMove({ to, shopper, agent, event, when }: FlowMove): Move {
  const conditions = conditionsOf(when)
  const happens = shopper ? onShopper(shopper) : agent ? onAgent(agent) : onEvent(event ?? [])
  return {
    to,
    try: (now) => {
      const place = happens(now)
      if (place < 0) return -1
      for (let i = 0; i < conditions.length; i += 1) if (!conditions[i]!(now)) return -1
      return place
    },
  }
}

function onShopper(topics: readonly string[]): Move['try'] {
  const any = topics.includes('any')
  return ({ moment, meant }) => {
    if (moment.role !== 'shopper') return -1
    const place = meant.findIndex((name) => topics.includes(name))
    return place < 0 && any ? meant.length : place
  }
}

function onAgent(categories: readonly string[]): Move['try'] {
  const any = categories.includes('any')
  const hold = categories.includes('hold')
  return ({ moment }) => {
    if (moment.role !== 'agent') return -1
    if (moment.script && categories.includes(moment.script.category)) return 0
    return (moment.holds ? hold : any) ? 0 : -1
  }
}

function onEvent(types: readonly string[]): Move['try'] {
  return ({ moment }) => (moment.role === 'event' && types.includes(moment.type) ? 0 : -1)
}

function conditionsOf(when: FlowWhen): ((now: Now) => boolean)[] {
  const {
    stage,
    mood,
    haggle,
    rung,
    knows,
    lacks,
    product,
    answered,
    first,
    turns,
    buying,
    types,
    within,
    outside,
    asks,
    words,
  } = when
  const conditions: ((now: Now) => boolean)[] = []
  const must = (holds: (now: Now) => boolean) => conditions.push(holds)
  if (stage) must(({ state }) => stage.includes(state.stage))
  if (mood) must(({ state }) => mood.includes(state.mood))
  if (haggle) must(({ state }) => state.haggle !== undefined && haggle.includes(state.haggle))
  if (rung !== undefined) must(({ state }) => (state.rung ?? 0) >= rung)
  if (knows) must(({ state }) => knows.every((slot) => slot in state.slots))
  if (lacks) must(({ state }) => lacks.every((slot) => !(slot in state.slots)))
  if (product !== undefined) must(({ state }) => (state.product !== undefined) === product)
  if (answered !== undefined) must(({ moment }) => moment.role === 'shopper' && moment.answers === answered)
  if (first !== undefined) must(({ state }) => (state.agentTurns === 0) === first)
  if (turns !== undefined) must(({ state, at }) => at !== undefined && state.agentTurns - at.since >= turns)
  if (buying !== undefined) must(({ state }) => (state.buying ?? 0) >= buying)
  if (types) must(({ state }) => state.types.some(({ id, score }) => score >= TYPE_SURE && types.includes(id)))
  if (within) must(({ state }) => stands(state, within))
  if (outside) must(({ state }) => !stands(state, outside))
  if (asks !== undefined) must(({ moment }) => moment.role === 'agent' && isQuestion(moment.text) === asks)
  if (words !== undefined) {
    const cue = new RegExp(words)
    must(({ moment }) => moment.role !== 'event' && cue.test(moment.text))
  }
  return conditions
}

function stands({ flows }: State, among: readonly string[]): boolean {
  return flows.some((flow) => among.includes(flow.id) || among.includes(nameOf(flow)))
}

/** `F8.reason`: where a flow stands, as scripts and flows name it. */
export function nameOf({ id, state }: Pick<FlowStanding, 'id' | 'state'>): string {
  return `${id}.${state}`
}
