import { redact } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { comparable, printOfReply, printOfText } from '../text-print.ts'

/** A reply in an agent's own words, how often each agent has sent it and what for. `n` and `at` = place and time of the newest record in which it stands. */
export interface OwnReply {
  readonly id: string
  readonly text: string
  readonly locale: Locale
  readonly n: number
  readonly at: number
  /** Hash of the newest conversation: sent twice in one talk it counts once. */
  readonly talk: number
  readonly agents: readonly (readonly [agent: string, times: number])[]
  readonly topics: readonly (readonly [topic: string, times: number])[]
}

export interface NewReply extends Pick<OwnReply, 'text' | 'locale' | 'n' | 'at'> {
  readonly agent: string
  readonly topic: string
  readonly talk: string
}

export interface OwnReplies {
  /** Returns it as it is known now; undefined for a text that holds for one shopper only. */
  add(reply: NewReply): OwnReply | undefined
  /** What somebody says so often that it could be a script. */
  frequent(): OwnReply[]
  /** Least recently said first. */
  saved(): OwnReply[]
  /** Drops the texts whose newest record is gone. */
  forget(isGone: (n: number) => boolean): void
}

const KEPT = 3_000
/** What nobody has said for so long goes: texts outlive their records by no more than that. */
const UNSAID_MS = 30 * 86_400_000
const AGENTS_KEPT = 12
const TOPICS_KEPT = 5
/** Sent in so many talks a text is worth proposing. */
const FREQUENT = 3
const CHARS = { least: 4, most: 120 }
const FIGURE = /\p{N}/u

export function createOwnReplies(saved: readonly OwnReply[] = []): OwnReplies {
  const byId = new Map(saved.map((reply) => [reply.id, reply]))
  return {
    add({ text: written, locale, agent, topic, talk, n, at }) {
      const text = written.trim()
      if (!isGeneral(text)) return undefined
      const id = `own.${locale}.${printOfReply(text).whole.toString(36)}`
      const hash = printOfText(talk).whole
      const known = byId.get(id)
      if (known?.talk === hash) return known
      const reply: OwnReply = {
        id,
        text: known?.text ?? text,
        locale,
        n,
        at,
        talk: hash,
        agents: counted(known?.agents ?? [], agent, AGENTS_KEPT),
        topics: counted(known?.topics ?? [], topic, TOPICS_KEPT),
      }
      byId.delete(id)
      byId.set(id, reply)
      for (const oldest of byId.values()) {
        if (byId.size <= KEPT && oldest.at > at - UNSAID_MS) break
        byId.delete(oldest.id)
      }
      return reply
    },
    frequent: () => [...byId.values()].filter(({ agents }) => timesOf(agents) >= FREQUENT),
    saved: () => [...byId.values()],
    forget(isGone) {
      for (const { id, n } of byId.values()) if (isGone(n)) byId.delete(id)
    },
  }
}

/** Says nothing of one shopper, order or price: true in the next talk too. */
function isGeneral(text: string): boolean {
  const letters = comparable(text).length
  return letters >= CHARS.least && letters <= CHARS.most && !FIGURE.test(text) && redact(text).spans.length === 0
}

export function timesOf(counts: OwnReply['agents']): number {
  return counts.reduce((sum, [, times]) => sum + times, 0)
}

/** One more for `name`; beyond `most` the least recently counted goes. */
function counted(counts: OwnReply['agents'], name: string, most: number): OwnReply['agents'] {
  const times = counts.find(([known]) => known === name)?.[1] ?? 0
  return [...counts.filter(([known]) => known !== name), [name, times + 1] as const].slice(-most)
}
