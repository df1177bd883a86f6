import type { Answer, ServerFrame } from '../protocol/index.ts'
import { type ConversationRef, isSameConversation } from './conversation-ref.ts'
import { type Mark, newTalk, type Rewrite, type Talk, talkAfter, withHits, withMark } from './talk.ts'

export interface PanelState {
  readonly connection: 'connecting' | 'ready' | 'lost' | 'refused'
  /** The conversation that the agent looks at. */
  readonly current?: string | undefined
  /** Open conversations by id: frames carry no more than that. */
  readonly talks: ReadonlyMap<string, Talk>
  /** The service's clock less ours, in milliseconds. */
  readonly skewMs: number
}

export const EMPTY: PanelState = { connection: 'connecting', talks: new Map(), skewMs: 0 }

/** What is heard of the service, at which moment of our clock (epoch milliseconds). */
export type HeardAt =
  | { readonly kind: 'frame'; readonly frame: ServerFrame; readonly at: number }
  | { readonly kind: 'connection'; readonly state: 'ready' | 'lost' | 'refused' }

/** What the agent or the host does. */
export type Act =
  | { readonly kind: 'open'; readonly ref: ConversationRef; readonly title?: string | undefined; readonly id: string }
  | { readonly kind: 'close'; readonly conversationId: string }
  | { readonly kind: 'look'; readonly conversationId: string | undefined }
  | { readonly kind: 'mark'; readonly conversationId: string; readonly suggestionId: string; readonly mark: Mark }
  | {
      readonly kind: 'rewrite'
      readonly conversationId: string
      readonly rewriteId: string
      readonly suggestionId: string
    }
  | { readonly kind: 'unrewrite'; readonly conversationId: string; readonly suggestionId: string }
  | {
      readonly kind: 'search'
      readonly conversationId: string
      readonly query: string | undefined
      readonly requestId: string
    }
  | { readonly kind: 'hits'; readonly conversationId: string; readonly requestId: string; readonly answer: Answer }
  | { readonly kind: 'unquiet'; readonly conversationId: string }
  | { readonly kind: 'unnudge'; readonly conversationId: string; readonly nudgeId: string }

/** The panel's state after something was heard or done: a pure fold, the same for the same steps. */
export function panelState(state: PanelState, step: HeardAt | Act): PanelState {
  switch (step.kind) {
    case 'frame':
      return heard(state, step.frame, step.at)
    case 'connection':
      return { ...state, connection: step.state }
    case 'open': {
      const known = state.talks.get(step.ref.conversationId)
      const talk =
        known && isSameConversation(known.ref, step.ref)
          ? { ...known, title: step.title ?? known.title, opening: known.opening === undefined ? undefined : step.id }
          : newTalk(step.ref, step.title, step.id)
      return withTalk(state, talk)
    }
    case 'close': {
      const talks = new Map(state.talks)
      talks.delete(step.conversationId)
      return { ...state, talks, current: state.current === step.conversationId ? undefined : state.current }
    }
    case 'look':
      return { ...state, current: step.conversationId }
    default:
      return change(state, step.conversationId, (talk) => acted(talk, step))
  }
}

function heard(state: PanelState, frame: ServerFrame, at: number): PanelState {
  if (frame.type === 'session.ready') return { ...state, skewMs: Date.parse(frame.serverTime) - at }
  if (frame.type === 'draft.checked') return checked(state, frame)
  const id = 'conversationId' in frame ? frame.conversationId : undefined
  if (id !== undefined) return change(state, id, (talk) => talkAfter(talk, frame))
  // rewrites that were asked for may name no conversation
  if (!('rewriteId' in frame)) return state
  const talk = [...state.talks.values()].find((one) =>
    Object.values(one.rewrites).some(({ rewriteId }) => rewriteId === frame.rewriteId),
  )
  return talk ? withTalk(state, talkAfter(talk, frame)) : state
}

/** What the guard says of a text that is still the same. */
function checked(state: PanelState, frame: Extract<ServerFrame, { type: 'draft.checked' }>): PanelState {
  for (const talk of state.talks.values())
    for (const [suggestionId, { draftId }] of Object.entries(talk.marks))
      if (draftId === frame.draftId) return withTalk(state, withMark(talk, suggestionId, { warnings: frame.warnings }))
  return state
}

function acted(talk: Talk, act: Exclude<Act, { kind: 'open' | 'close' | 'look' }>): Talk {
  switch (act.kind) {
    case 'mark':
      return withMark(talk, act.suggestionId, act.mark)
    case 'rewrite': {
      const { rewriteId, suggestionId } = act
      const begun: Rewrite = { rewriteId, suggestionId, state: 'streaming', text: '' }
      return { ...talk, rewrites: { ...talk.rewrites, [suggestionId]: begun } }
    }
    case 'unrewrite': {
      const { [act.suggestionId]: _, ...rewrites } = talk.rewrites
      return { ...talk, rewrites }
    }
    case 'search': {
      const { query, requestId } = act
      return { ...talk, search: query === undefined ? undefined : { ...talk.search, query, requestId } }
    }
    case 'hits':
      return withHits(talk, act.requestId, act.answer)
    case 'unquiet':
      return talk.list ? { ...talk, list: { ...talk.list, quiet: false } } : talk
    case 'unnudge':
      return { ...talk, nudges: talk.nudges.filter(({ nudgeId }) => nudgeId !== act.nudgeId) }
  }
}

function change(state: PanelState, conversationId: string, by: (talk: Talk) => Talk): PanelState {
  const talk = state.talks.get(conversationId)
  if (!talk) return state
  const changed = by(talk)
  return changed === talk ? state : withTalk(state, changed)
}

function withTalk(state: PanelState, talk: Talk): PanelState {
  return { ...state, talks: new Map(state.talks).set(talk.ref.conversationId, talk) }
}
