import type { Stage } from '../../protocol/index.ts'
import { ENOUGH_AGENTS } from './enough-agents.ts'

/** Where a script is dismissed: what annoys before the sale may be wanted after it. */
export interface Spot {
  readonly scriptId: string
  readonly topic: string
  readonly stage: Stage
}

/** How a script was dismissed at a spot; `agents` those who did, each counted with its times. Counts are decayed to `at`. */
export interface Dismissed extends Spot {
  readonly at: number
  readonly agents: readonly (readonly [agent: string, times: number])[]
  readonly sent: number
  /** Dismissed by enough agents, often enough, and seldom sent: it stops coming until a lead brings it back. */
  readonly isSuppressed: boolean
}

export interface Dismissals {
  dismissed(spot: Spot, agent: string, at: number): void
  sent(spot: Spot, at: number): void
  isSuppressed(scriptId: string, topic: string, stage: Stage): boolean
  /** Least recently changed first. */
  saved(): Dismissed[]
}

/** After so long a dismissal counts half. */
const HALF_LIFE_MS = 60 * 86_400_000
const KEPT = 4_000
const AGENTS_KEPT = 24
/** Dismissals in all, and how many for each time that it was sent. */
const TIMES = 6
const PER_SENT = 3

export function createDismissals(saved: readonly Dismissed[] = []): Dismissals {
  const spots = new Map(saved.map((entry) => [keyOf(entry.scriptId, entry.topic, entry.stage), entry]))

  function change(spot: Spot, at: number, by: (known: Dismissed) => Partial<Dismissed>): void {
    const key = keyOf(spot.scriptId, spot.topic, spot.stage)
    const known = decayed(spots.get(key) ?? { ...spot, at, agents: [], sent: 0, isSuppressed: false }, at)
    const changed = { ...known, ...by(known) }
    spots.delete(key)
    spots.set(key, { ...changed, isSuppressed: changed.isSuppressed || isTooMuch(changed) })
    if (spots.size > KEPT) spots.delete(spots.keys().next().value!)
  }

  return {
    dismissed(spot, agent, at) {
      change(spot, at, ({ agents }) => {
        const times = agents.find(([id]) => id === agent)?.[1] ?? 0
        return { agents: [...agents.filter(([id]) => id !== agent), [agent, times + 1] as const].slice(-AGENTS_KEPT) }
      })
    },
    sent(spot, at) {
      // what nobody dismisses needs no entry
      if (spots.has(keyOf(spot.scriptId, spot.topic, spot.stage))) change(spot, at, ({ sent }) => ({ sent: sent + 1 }))
    },
    // asked of every candidate: most stores have hardly any
    isSuppressed: (scriptId, topic, stage) =>
      spots.size > 0 && (spots.get(keyOf(scriptId, topic, stage))?.isSuppressed ?? false),
    saved: () => [...spots.values()],
  }
}

export function keyOf(scriptId: string, topic: string, stage: Stage): string {
  return `${scriptId}\n${topic}\n${stage}`
}

function decayed(entry: Dismissed, at: number): Dismissed {
  if (at <= entry.at) return entry
  const factor = 2 ** ((entry.at - at) / HALF_LIFE_MS)
  return {
    ...entry,
    at,
    sent: entry.sent * factor,
    agents: entry.agents.map(([agent, times]) => [agent, times * factor]),
  }
}

function isTooMuch({ agents, sent }: Dismissed): boolean {
  const times = agents.reduce((sum, [, count]) => sum + count, 0)
  return agents.length >= ENOUGH_AGENTS && times >= TIMES && times >= PER_SENT * sent
}
