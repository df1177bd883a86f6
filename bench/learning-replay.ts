import {
  createLearner,
  type Learner,
  type LearnerDeps,
  type LogEvent,
  type OwnReply,
  type PastChat,
  replay,
} from '../src/insight/index.ts'
import { createLibrary, ScriptRecord } from '../src/scripts/index.ts'
import type { SuggestDeps } from '../src/suggest/index.ts'
import { createLearningDesk } from './learning-desk.ts'

export interface Replayed {
  /** Per chat its answered messages, and those whose reply was among the first three. */
  readonly chats: readonly { readonly turns: number; readonly hits: number }[]
  readonly learner: Learner
  readonly events: readonly LogEvent[]
  /** The store with all that was learned. */
  readonly deps: SuggestDeps
}

const NOW = Date.parse('2026-11-24T10:00:00+08:00')
/** Real chats name no agent: they are dealt out to so many. */
const AGENTS = 8

/**
 * Prequential: every chat is first answered with what was learned from those before it, then learned from. `learns` false = nothing is learned, the same chats.
 * A lead is played who approves, for everybody, what agents say again and again; the guard judges it when it is shown.
 */
export function replayInOrder(chats: readonly PastChat[], store: SuggestDeps, learns: boolean): Replayed {
  const approved = new Map<string, OwnReply>()
  let own = createLibrary([])
  const learner = createLearner({ said: saidIn(store) })
  const desk = createLearningDesk(store, learner)
  const deps = () =>
    learns
      ? { ...desk.deps(), learned: { ...learner.learned, approved: { library: own, owner: () => undefined } } }
      : store
  const played = chats.map((chat, i) => {
    const agent = { id: `agent-${i % AGENTS}` }
    let turns = 0
    let hits = 0
    for (const { shopper, suggested, sent, place } of replay(chat, deps, {
      now: NOW,
      channel: 'taobao',
      agent,
      limit: 3,
    })) {
      turns += 1
      if (place !== undefined) hits += 1
      if (learns) desk.log(chat.id, agent.id, shopper, suggested, sent)
    }
    if (learns) {
      const news = learner.frequent().filter(({ id }) => !approved.has(id))
      for (const reply of news) approved.set(reply.id, reply)
      if (news.length > 0) own = createLibrary([...approved.values()].map(scriptOf))
    }
    return { turns, hits }
  })
  return { chats: played, learner, events: desk.events, deps: deps() }
}

export function saidIn({ library }: SuggestDeps): LearnerDeps['said'] {
  return (text, locale) => {
    const [entry] = library.said(text, locale)
    return entry && { id: entry.script.id, topics: entry.topics }
  }
}

function scriptOf({ id, text, locale, topics }: OwnReply) {
  const intents = topics.map(([topic]) => topic).filter((topic) => topic !== '')
  const record = { id, category: 'C999', intents, tier: 'answer', wordings: [{ open: text, short: text }] }
  return { ...ScriptRecord.parse(record), locale }
}
