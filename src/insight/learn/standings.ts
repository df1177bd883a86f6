import type { ScriptFigures } from '../../protocol/index.ts'
import type { ScriptStats, Standing } from '../../suggest/index.ts'
import { ENOUGH_AGENTS } from './enough-agents.ts'

/** Per agent how often a script was sent and passed over, decayed to the entry's `at`. */
interface Entry extends Standing {
  readonly agents: Map<string, readonly [sent: number, passed: number]>
  at: number
  won: number
  lean: number
}

/** One script in one topic, as it is saved. */
export interface SavedStanding {
  readonly topic: string
  readonly scriptId: string
  readonly at: number
  readonly agents: readonly (readonly [agent: string, sent: number, passed: number])[]
}

export interface Standings {
  readonly stats: ScriptStats
  /** Counts that it was sent or passed over, in whole or in part, at `at` (epoch milliseconds). */
  add(topic: string, scriptId: string, agent: string, counts: { sent?: number; passed?: number }, at: number): void
  liking(agent: string, topic: string, scriptId: string): number
  figures(): ScriptFigures[]
  /** Least recently changed first. */
  saved(): SavedStanding[]
}

/** After so long feedback counts half. */
const HALF_LIFE_MS = 60 * 86_400_000
/** Scripts in topics, and agents of each, that are kept; the least recently changed go. */
const KEPT = 4_000
const AGENTS_KEPT = 24
/** One agent's feedback counts at most this much, so that no single one decides. */
const PER_AGENT = 8
/** Beta(1, 2): before any feedback one of three suggestions is the one that is sent. */
const PRIOR = { sent: 1, passed: 2 }
const PRIOR_MEAN = PRIOR.sent / (PRIOR.sent + PRIOR.passed)
/** From this much of their own feedback on an agent has a liking. */
const LIKING_FROM = 3

export function createStandings(saved: readonly SavedStanding[] = []): Standings {
  const stats = new Map<string, Map<string, Entry>>()
  // in the order of change, to know the oldest
  const order = new Map<string, { readonly topic: string; readonly scriptId: string }>()
  const keyOf = (topic: string, scriptId: string) => `${topic}\n${scriptId}`

  function touch(topic: string, scriptId: string, at: number): Entry {
    let ofTopic = stats.get(topic)
    if (!ofTopic) {
      ofTopic = new Map()
      stats.set(topic, ofTopic)
    }
    let entry = ofTopic.get(scriptId)
    if (!entry) {
      entry = { agents: new Map(), at, won: 0, lean: 0 }
      ofTopic.set(scriptId, entry)
    }
    const key = keyOf(topic, scriptId)
    order.delete(key)
    order.set(key, { topic, scriptId })
    if (order.size > KEPT) dropOldest()
    return entry
  }

  function dropOldest(): void {
    const [key, { topic, scriptId }] = order.entries().next().value!
    order.delete(key)
    const ofTopic = stats.get(topic)!
    ofTopic.delete(scriptId)
    if (ofTopic.size === 0) stats.delete(topic)
  }

  for (const { topic, scriptId, at, agents } of saved) {
    const entry = touch(topic, scriptId, at)
    for (const [agent, sent, passed] of agents) entry.agents.set(agent, [sent, passed])
    judge(entry)
  }

  return {
    stats,
    add(topic, scriptId, agent, { sent = 0, passed = 0 }, at) {
      const entry = touch(topic, scriptId, at)
      decay(entry, at)
      const [before, beforePassed] = entry.agents.get(agent) ?? [0, 0]
      entry.agents.delete(agent)
      entry.agents.set(agent, capped(before + sent, beforePassed + passed))
      if (entry.agents.size > AGENTS_KEPT) entry.agents.delete(entry.agents.keys().next().value!)
      judge(entry)
    },
    liking(agent, topic, scriptId) {
      const [sent, passed] = stats.get(topic)?.get(scriptId)?.agents.get(agent) ?? [0, 0]
      return sent + passed < LIKING_FROM ? 0 : merit(sent, passed)
    },
    figures: () =>
      [...order.values()].map(({ topic, scriptId }) => {
        const entry = stats.get(topic)!.get(scriptId)!
        const isTrusted = entry.agents.size >= ENOUGH_AGENTS
        const merit = isTrusted ? entry.won : entry.lean
        return { scriptId, intent: topic, ...inAll(entry), agents: entry.agents.size, merit, isTrusted }
      }),
    saved: () =>
      [...order.values()].map(({ topic, scriptId }) => {
        const { at, agents } = stats.get(topic)!.get(scriptId)!
        return {
          topic,
          scriptId,
          at,
          agents: [...agents].map(([agent, [sent, passed]]) => [agent, sent, passed] as const),
        }
      }),
  }
}

function decay(entry: Entry, at: number): void {
  if (at <= entry.at) return
  const factor = 2 ** ((entry.at - at) / HALF_LIFE_MS)
  entry.at = at
  for (const [agent, [sent, passed]] of entry.agents) entry.agents.set(agent, [sent * factor, passed * factor])
}

function capped(sent: number, passed: number): readonly [number, number] {
  const factor = Math.min(1, PER_AGENT / (sent + passed))
  return [sent * factor, passed * factor]
}

function inAll({ agents }: Entry): { readonly sent: number; readonly passed: number } {
  let sent = 0
  let passed = 0
  for (const [ones, others] of agents.values()) {
    sent += ones
    passed += others
  }
  return { sent, passed }
}

function judge(entry: Entry): void {
  const { sent, passed } = inAll(entry)
  const isTrusted = entry.agents.size >= ENOUGH_AGENTS
  entry.won = isTrusted ? merit(sent, passed) : 0
  entry.lean = isTrusted ? 0 : merit(sent, passed)
}

/** The mean of the Beta posterior, against that before any feedback: -1 never sent, 0 as any, 1 always. */
function merit(sent: number, passed: number): number {
  const mean = (sent + PRIOR.sent) / (sent + passed + PRIOR.sent + PRIOR.passed)
  return mean >= PRIOR_MEAN ? (mean - PRIOR_MEAN) / (1 - PRIOR_MEAN) : (mean - PRIOR_MEAN) / PRIOR_MEAN
}
