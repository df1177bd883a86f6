import type { Answer, ServerFrame, Suggestion, Warning } from '../protocol/index.ts'
import type { ConversationRef } from './conversation-ref.ts'

type Frame<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>

/** One ranked list as it came, and whose it is. */
export interface List {
  readonly conversation: ConversationRef
  readonly turnId: string
  readonly suggestions: readonly Suggestion[]
  readonly answer: Answer
  /** Kept folded away until asked for. */
  readonly quiet: boolean
  /** What was looked for, where these are hits of a search. */
  readonly query?: string | undefined
}

/** What the agent has done with one suggestion. */
export interface Mark {
  readonly dismissed?: boolean
  /** How many of its parts are in the reply box. */
  readonly inserted?: number
  readonly copied?: boolean
  /** Its text as the agent or a fix has changed it, with what the guard says of that. */
  readonly text?: string
  readonly warnings?: readonly Warning[]
  /** The check whose answer belongs to `text`. */
  readonly draftId?: string
  readonly done?: readonly string[]
}

/** A rewording on its way: a draft while it streams, a diff once it is there. */
export interface Rewrite {
  readonly rewriteId: string
  readonly suggestionId: string
  readonly state: 'streaming' | 'done' | 'failed'
  readonly text: string
  readonly accepted?: boolean
  readonly diff?: Frame<'rewrite.done'>['diff']
  readonly warnings?: readonly Warning[]
  readonly reason?: string | undefined
}

export interface Search {
  readonly query: string
  /** The only request whose answer is still waited for. */
  readonly requestId: string
  /** The hits; the last ones stay while the next are looked for. */
  readonly list?: List
}

export type Nudge = Frame<'nudge.ready'>

/** All that is known of one open conversation. */
export interface Talk {
  readonly ref: ConversationRef
  /** How the host calls it. */
  readonly title?: string | undefined
  /** The `conversation.open` that must be answered before frames of this id count: until then they may be another conversation's. */
  readonly opening?: string | undefined
  readonly list?: List | undefined
  /** True once the list is no longer good and no other has come. */
  readonly isOld: boolean
  readonly status?: Frame<'conversation.status'>
  readonly nudges: readonly Nudge[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly rewrites: Readonly<Record<string, Rewrite>>
  readonly search?: Search | undefined
}

export const newTalk = (ref: ConversationRef, title: string | undefined, opening: string): Talk => ({
  ref,
  title,
  opening,
  isOld: false,
  nudges: [],
  marks: {},
  rewrites: {},
})

/** The talk after a frame of its conversation. */
export function talkAfter(talk: Talk, frame: ServerFrame): Talk {
  if (talk.opening !== undefined)
    return frame.type === 'conversation.opened' && frame.re === talk.opening ? { ...talk, opening: undefined } : talk
  switch (frame.type) {
    case 'suggestions.ready':
      return withAnswer(talk, frame)
    case 'suggestions.stale':
      return withoutAnswer(talk, frame)
    case 'conversation.status': {
      const isAnswered = frame.waitingSince === undefined
      // who no longer waits need not be reminded of
      const nudges = isAnswered ? talk.nudges.filter(({ kind }) => kind !== 'reply') : talk.nudges
      return { ...talk, status: frame, nudges }
    }
    case 'nudge.ready':
      return { ...talk, nudges: [...talk.nudges.filter(({ kind }) => kind !== frame.kind), frame] }
    case 'rewrite.delta':
    case 'rewrite.done':
    case 'rewrite.failed':
      return withRewrite(talk, frame)
    default:
      return talk
  }
}

function withAnswer(talk: Talk, frame: Frame<'suggestions.ready'>): Talk {
  const { turnId, suggestions, quiet } = frame
  // told once more, after a gap in the connection
  if (talk.list?.turnId === turnId) return { ...talk, isOld: false }
  const list: List = { conversation: talk.ref, turnId, suggestions, answer: frame, quiet: quiet === true }
  // the list before may still be on the screen
  const before = new Set(talk.list?.suggestions.map(({ id }) => id))
  const marks = Object.fromEntries(Object.entries(talk.marks).filter(([id]) => before.has(id)))
  return { ...talk, list, isOld: false, marks, rewrites: {} }
}

/** The talk with what a search has found. Hits of what is no longer looked for are nobody's. */
export function withHits(talk: Talk, requestId: string, answer: Answer): Talk {
  const { search, ref: conversation } = talk
  if (search?.requestId !== requestId) return talk
  const { turnId, suggestions } = answer
  const list: List = { conversation, turnId, suggestions, answer, quiet: false, query: search.query }
  return { ...talk, search: { ...search, list } }
}

function withoutAnswer(talk: Talk, frame: Frame<'suggestions.stale'>): Talk {
  if (talk.list?.turnId !== frame.turnId) return talk
  if (frame.because === 'agent_replied' || frame.because === 'closed') return { ...talk, list: undefined, isOld: false }
  return { ...talk, isOld: true }
}

function withRewrite(talk: Talk, frame: Frame<'rewrite.delta' | 'rewrite.done' | 'rewrite.failed'>): Talk {
  const { rewriteId } = frame
  const asked = Object.values(talk.rewrites).find((one) => one.rewriteId === rewriteId)
  const suggestionId = asked?.suggestionId ?? frame.suggestionId
  // neither asked for here nor of a suggestion that is shown
  if (suggestionId === undefined || (!asked && talk.list?.turnId !== frame.turnId)) return talk
  const before = asked ?? { rewriteId, suggestionId, state: 'streaming' as const, text: '' }
  return { ...talk, rewrites: { ...talk.rewrites, [suggestionId]: rewriteAfter(before, frame) } }
}

function rewriteAfter(before: Rewrite, frame: Frame<'rewrite.delta' | 'rewrite.done' | 'rewrite.failed'>): Rewrite {
  if (frame.type === 'rewrite.delta') return { ...before, text: before.text + frame.delta }
  if (frame.type === 'rewrite.failed') return { ...before, state: 'failed', reason: frame.reason }
  const { text, accepted, diff, warnings = [], reason } = frame
  return { ...before, state: 'done', text, accepted, diff, warnings, reason }
}

/** The talk with something added to what the agent has done with a suggestion. */
export function withMark(talk: Talk, suggestionId: string, mark: Mark): Talk {
  return { ...talk, marks: { ...talk.marks, [suggestionId]: { ...talk.marks[suggestionId], ...mark } } }
}
