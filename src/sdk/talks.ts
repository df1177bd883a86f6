import type { Loose } from './frame-of.ts'
import type { ClientFrame, ServerFrame } from './wire.ts'

/** Where a talk stands: under which numbering, what was heard last, and last of each kind. */
interface Mark {
  epoch: string
  seq: number
  readonly last: Map<string, number>
}

/** A talk this client listens to. */
interface Talk {
  readonly store: string | undefined
  readonly channel: string | undefined
  readonly conversationId: string
  /** Looked on, which `resume` cannot say. */
  readonly watch: boolean
  mark: Mark | undefined
}

/** Kinds that are current each by themselves: a status of yesterday may come behind the answer of today. */
const KIND: { readonly [T in ServerFrame['type']]?: string } = {
  'suggestions.ready': 'answer',
  'suggestions.stale': 'answer',
  'nudge.ready': 'nudge',
  'conversation.status': 'status',
}
/** Talks taken up again after a loss, the latest heard of; a window left open for weeks must not ask for all it ever saw. */
const MOST = 500

/** What this client listens to, and how far it has heard: so that after a loss nothing is missed, told twice or told too late. */
export interface Talks {
  /** Takes note of what the client says. */
  said(frame: ClientFrame): void
  /** Whether a frame is news. An answer that is older than what its talk has come to is none. */
  isNews(frame: ServerFrame, epoch: string): boolean
  /** What to ask for in `session.open`, and the talks that can only be opened again. */
  takeUp(): { readonly resume: Record<string, { epoch: string; seq: number }>; readonly open: readonly Talk[] }
}

export function createTalks(): Talks {
  const talks = new Map<string, Talk>()

  return {
    said(frame) {
      const { type, conversationId, store, channel } = frame as Loose
      if (conversationId === undefined) return
      if (type === 'conversation.close') {
        talks.delete(conversationId)
        return
      }
      const known = talks.get(conversationId)
      // who opens a talk (again) is told how it stands, were it the same as before
      const mark = type === 'conversation.open' ? undefined : known?.mark
      talks.delete(conversationId)
      talks.set(conversationId, {
        store: store ?? known?.store,
        channel: channel ?? known?.channel,
        conversationId,
        watch: frame.type === 'conversation.open' ? frame.watch === true : (known?.watch ?? false),
        mark,
      })
      if (talks.size > MOST) talks.delete(talks.keys().next().value!)
    },

    isNews(frame, epoch) {
      const kind = KIND[frame.type]
      const { conversationId, seq } = frame as Loose
      const talk = conversationId === undefined ? undefined : talks.get(conversationId)
      if (kind === undefined || seq === undefined || !talk) return true
      if (talk.mark?.epoch !== epoch) talk.mark = { epoch, seq, last: new Map() }
      const { last } = talk.mark
      if (seq <= (last.get(kind) ?? -1)) return false
      last.set(kind, seq)
      talk.mark.seq = Math.max(talk.mark.seq, seq)
      return true
    },

    takeUp() {
      const resume: Record<string, { epoch: string; seq: number }> = {}
      const open: Talk[] = []
      for (const talk of talks.values()) {
        const key = keyOf(talk)
        if (talk.mark && key !== undefined && !talk.watch) resume[key] = { epoch: talk.mark.epoch, seq: talk.mark.seq }
        else open.push(talk)
      }
      return { resume, open }
    },
  }
}

/** How `resume` names a talk: store, channel and id, or the id alone where both are the default. */
function keyOf({ store, channel, conversationId }: Talk): string | undefined {
  if (store !== undefined && channel !== undefined) return `${store}/${channel}/${conversationId}`
  return store === undefined && channel === undefined ? conversationId : undefined
}
