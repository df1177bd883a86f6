import type { SlotName } from '../intents/index.ts'
import type { FactSource } from '../policy/index.ts'
import type { Haggle, Mood, Role, Stage } from '../protocol/index.ts'
import type { Script } from './record.ts'

/** Where the talk stands, as far as a script's conditions ask. */
export interface Situation {
  /** The stages the turn may be about, that of the talk first. */
  readonly stages: readonly Stage[]
  readonly mood: Mood
  readonly channel: string
  readonly roles: readonly Role[]
  /** True until the agent has spoken. */
  readonly first: boolean
  /** True when the shopper answers what the agent has asked. */
  readonly answered: boolean
  readonly rung: number
  /** How the haggling that waits for a reply is done. */
  readonly haggle?: Haggle | undefined
  readonly event?: string | undefined
  /** Where the flows stand, by their ids and by `F8.reason`, the leading one first. */
  readonly flows: readonly string[]
  readonly product?: string | undefined
  /** The agent who would send it. */
  readonly agent?: string | undefined
  /** Local calendar day of the store, `2026-11-22`, and its ISO weekday (1 = Monday). */
  readonly day: string
  readonly weekday: number
  readonly facts: FactSource
  /** The shopper's words that wait for a reply, in matching form. */
  readonly words: string
}

/** The ladder ends here (F8): who asks again stays on it. */
const LAST_RUNG = 5

/** The rung of the ladder that a haggling turn stands on. */
export function ladderRung(rung: number): number {
  return Math.min(LAST_RUNG, Math.max(1, rung))
}

/** One condition, ready to be held against a moment; `code` says what failed. */
export interface Condition {
  readonly code: string
  readonly holds: (now: Situation) => boolean
}

/** The code of the first condition that fails, or undefined when the script may be offered. */
export function unmet(conditions: readonly Condition[], now: Situation): string | undefined {
  for (let i = 0; i < conditions.length; i += 1) {
    const { code, holds } = conditions[i]!
    if (!holds(now)) return code
  }
  return undefined
}

/** The same for a whole turn: scripts of one kind share a list of conditions, which is held against the moment once. */
export function unmetIn(now: Situation): (conditions: readonly Condition[]) => string | undefined {
  const known = new Map<readonly Condition[], string | undefined>()
  return (conditions) => {
    if (conditions.length === 0) return undefined
    const before = known.get(conditions)
    if (before !== undefined || known.has(conditions)) return before
    const failed = unmet(conditions, now)
    known.set(conditions, failed)
    return failed
  }
}

/** A script's conditions, those that cost least first. Made once: a script has one or two of the many there are, and a turn looks at no other. */
export function conditionsOf({ stage, when }: Pick<Script, 'stage' | 'when'>): Condition[] {
  const {
    event,
    flow,
    rung,
    haggle,
    mood,
    first,
    answered,
    channel,
    role,
    product,
    brand,
    agent,
    from,
    until,
    weekdays,
    words,
    knows,
    lacks,
    is,
    not,
  } = when
  const conditions: Condition[] = []
  const must = (code: string, holds: Condition['holds']) => conditions.push({ code, holds })
  if (event) must('event', (now) => now.event !== undefined && (event as string[]).includes(now.event))
  if (flow) must('flow', (now) => flow.some((one) => now.flows.includes(one)))
  if (stage) must('stage', (now) => now.stages.some((one) => stage.includes(one)))
  if (rung) must('rung', (now) => rung.includes(ladderRung(now.rung)))
  if (haggle) must('haggle', (now) => now.haggle !== undefined && haggle.includes(now.haggle))
  if (mood) must('mood', (now) => mood.includes(now.mood))
  if (first !== undefined) must('first', (now) => first === now.first)
  if (answered !== undefined) must('answered', (now) => answered === now.answered)
  if (channel) must('channel', (now) => channel.includes(now.channel))
  if (role) must('role', (now) => role.some((one) => now.roles.includes(one)))
  if (product) must('product', (now) => now.product !== undefined && product.includes(now.product))
  if (agent) must('agent', (now) => now.agent !== undefined && agent.includes(now.agent))
  if (from) must('not_yet', (now) => now.day >= from)
  if (until) must('expired', (now) => now.day <= until)
  if (weekdays) must('weekday', (now) => weekdays.includes(now.weekday))
  if (words) {
    const cue = anyOf(words)
    must('words', (now) => cue.test(now.words))
  }
  if (brand)
    must('brand', (now) => {
      const named = now.facts.get('product.brand')?.text
      return named !== undefined && brand.includes(named)
    })
  for (const slot of knows ?? []) must(`unknown:${slot}`, (now) => now.facts.get(slot) !== undefined)
  for (const slot of lacks ?? []) must(`known:${slot}`, (now) => now.facts.get(slot) === undefined)
  for (const [slot, values] of Object.entries(is ?? {})) {
    must(`is:${slot}`, (now) => {
      const value = now.facts.get(slot as SlotName)?.value
      return value !== undefined && values.includes(String(value))
    })
  }
  for (const [slot, values] of Object.entries(not ?? {})) {
    must(`not:${slot}`, (now) => !values.includes(String(now.facts.get(slot as SlotName)?.value)))
  }
  return conditions
}

/** Finds any of the words in one pass, about five times as fast as looking for one after the other. */
export function anyOf(words: readonly string[]): RegExp {
  return words.length === 0 ? /(?!)/ : new RegExp(words.map((word) => RegExp.escape(word)).join('|'))
}
