import type { SlotName } from '../intents/index.ts'
import type { FactSource } from '../policy/index.ts'
import type { Mood, Role, Stage } from '../protocol/index.ts'
import type { Script } from './record.ts'

/** Where the talk stands, as far as a script's conditions ask. */
export interface Situation {
  readonly stage: Stage
  readonly mood: Mood
  readonly channel: string
  readonly roles: readonly Role[]
  /** True until the agent has spoken. */
  readonly first: boolean
  readonly rung: number
  readonly event?: string | undefined
  readonly product?: string | undefined
  /** Local calendar day of the store, `2026-11-22`, and its ISO weekday (1 = Monday). */
  readonly day: string
  readonly weekday: number
  readonly facts: FactSource
  /** The shopper's words that wait for a reply, in matching form. */
  readonly words: string
}

/** The ladder ends here (F8): who asks again stays on it. */
const LAST_RUNG = 5

/** The code of the first condition that fails, or undefined when the script may be offered. */
export function unmet(script: Script, now: Situation): string | undefined {
  const { when } = script
  if (when.event ? !now.event || !(when.event as string[]).includes(now.event) : false) return 'event'
  if (script.stage && !script.stage.includes(now.stage)) return 'stage'
  if (when.rung && !when.rung.includes(Math.min(LAST_RUNG, Math.max(1, now.rung)))) return 'rung'
  if (when.mood && !when.mood.includes(now.mood)) return 'mood'
  if (when.first !== undefined && when.first !== now.first) return 'first'
  if (when.channel && !when.channel.includes(now.channel)) return 'channel'
  if (when.role && !when.role.some((role) => now.roles.includes(role))) return 'role'
  if (when.product && (now.product === undefined || !when.product.includes(now.product))) return 'product'
  if (when.from && now.day < when.from) return 'not_yet'
  if (when.until && now.day > when.until) return 'expired'
  if (when.weekdays && !when.weekdays.includes(now.weekday)) return 'weekday'
  if (when.words && !when.words.some((word) => now.words.includes(word))) return 'words'
  for (const slot of when.knows ?? []) if (now.facts.get(slot) === undefined) return `unknown:${slot}`
  for (const slot of when.lacks ?? []) if (now.facts.get(slot) !== undefined) return `known:${slot}`
  for (const slot in when.is) {
    const value = now.facts.get(slot as SlotName)?.value
    if (value === undefined || !when.is[slot]!.includes(String(value))) return `is:${slot}`
  }
  return undefined
}
