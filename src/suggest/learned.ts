import type { Locale, Stage } from '../protocol/index.ts'
import type { Candidate, Entry, Library } from '../scripts/index.ts'
import type { Turn } from './turn.ts'

/** How a script has done with a store's agents when it was offered for a topic, each -1..1. */
export interface Standing {
  /** By the feedback of at least five agents; 0 until so many have given any. */
  readonly won: number
  /** By the feedback of fewer: too few to move it by more than one place. */
  readonly lean: number
}

/** Per topic, per script id. */
export type ScriptStats = ReadonlyMap<string, ReadonlyMap<string, Standing>>

/** A script that was sent in reply to messages like this one. */
export interface Near {
  readonly scriptId: string
  readonly topic: string
  /** How often and for how similar messages, 0..1. */
  readonly near: number
  /** Sent by at least five agents: may bring the script, not only move it by one place. */
  readonly isTrusted: boolean
}

/** What was sent for messages like these words, which are in matching form, best first. */
export type Neighbours = (words: string, locale: Locale) => readonly Near[]

/** What a store has learned from what its agents did with its suggestions. */
export interface Learned {
  readonly stats: ScriptStats
  readonly neighbours: Neighbours
  /** How much one agent likes a script for a topic, -1..1. */
  readonly liking: (agent: string, topic: string, scriptId: string) => number
  /** Dismissed by many, or by the lead. */
  readonly isSuppressed: (scriptId: string, topic: string, stage: Stage) => boolean
  /** Texts of the store's own that a person has approved; `owner` = the one agent who is offered it, absent = everybody is. */
  readonly approved?:
    | { readonly library: Library; readonly owner: (scriptId: string) => string | undefined }
    | undefined
}

const nothing = () => 0

/** How candidates have done; a duty may only gain. Candidates come topic by topic, so that a look into one map is enough for most. */
export function wonIn({ deps: { learned } }: Turn): (candidate: Candidate) => number {
  if (!learned || learned.stats.size === 0) return nothing
  let of = ''
  let standings = learned.stats.get(of)
  return ({ entry, topic }) => {
    if (topic !== of) {
      of = topic
      standings = learned.stats.get(topic)
    }
    const won = standings?.get(entry.script.id)?.won ?? 0
    return entry.traits.required ? Math.max(0, won) : won
  }
}

/** A duty is always told. */
export function isSuppressed({ deps: { learned }, analysis }: Turn, entry: Entry, topic: string): boolean {
  if (!learned || entry.traits.required) return false
  return learned.isSuppressed(entry.script.id, topic, analysis.state.stage)
}
