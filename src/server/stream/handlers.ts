import type { z } from 'zod'
import { badRequest, CLIENT_FRAMES, type ClientFrame, type ClientFrameType, HuashuError } from '../../protocol/index.ts'
import { type Conversation, shopperWaits, topicOf } from '../conversation.ts'
import { dismissNudge } from '../nudges.ts'
import { shownState } from '../on-wire.ts'
import { mayTouch, storeFor } from '../principal.ts'
import { sendSnapshot } from './resume.ts'
import type { Session } from './session.ts'

type Frame<T extends ClientFrameType> = z.infer<(typeof CLIENT_FRAMES)[T]>
type Reply = object | undefined
type Handlers = {
  [T in Exclude<ClientFrameType, 'session.open'>]: (frame: Frame<T>, session: Session) => Reply | Promise<Reply>
}

/** What each frame does once the session is open; what a handler returns or resolves to is its direct answer. */
const HANDLERS: Handlers = {
  'conversation.open': (frame, session) => {
    const open = (conversation: Conversation) => openConversation(frame, session, conversation)
    // who looks on takes no seat at the desk
    if (frame.watch) return session.gateway.conversations.use(session.talkOf(frame), open)
    return within(frame, session, open)
  },

  'conversation.close': (frame, session) => {
    const { bus, conversations, openTalks, turns } = session.gateway
    const talk = session.talkOf(frame)
    const topic = topicOf(talk)
    const isLast = () => session.hasJoined(topic) && openTalks.count(topic) === 1
    const close = (isHeardElsewhere: boolean) =>
      conversations.use(talk, (conversation) => {
        if (isLast() && !isHeardElsewhere) turns.retire(conversation, 'closed')
        session.leave(topic)
        return { type: 'conversation.closed', conversationId: frame.conversationId }
      })
    const heard = isLast() && bus.isHeardElsewhere(topic)
    return heard instanceof Promise ? heard.then(close) : close(heard)
  },

  'message.add': (frame, session) => {
    const { type: _, id: __, store: ___, channel: ____, conversationId: _____, ...message } = frame
    if (message.role === 'agent') message.agent ??= session.desk.agent
    const { conversations, intake } = session.gateway
    return conversations.add(session.talkOf(frame), async (conversation) => {
      conversation.desk = session.desk
      session.join(conversation)
      const duplicate = await intake.message(conversation, message, 'soon').stored
      return { type: 'message.ack', messageId: message.messageId, duplicate }
    })
  },

  'facts.update': (frame, session) =>
    within(frame, session, async (conversation) => {
      session.join(conversation)
      await session.gateway.intake.facts(conversation, frame.facts)
      return { type: 'facts.ack', conversationId: frame.conversationId }
    }),

  'event.add': (frame, session) => {
    const { eventId, event: type, at, data } = frame
    return within(frame, session, async (conversation) => {
      session.join(conversation)
      const duplicate = await session.gateway.intake.event(conversation, { eventId, type, at, data })
      return { type: 'event.ack', eventId, duplicate }
    })
  },

  'suggest.request': (frame, session) =>
    within(frame, session, (conversation) => {
      session.join(conversation)
      const asker = frame.id === undefined ? undefined : { session: session.id, re: frame.id }
      session.gateway.turns.answer(conversation, { because: 'manual', query: frame.query, asker })
      return undefined
    }),

  'draft.check': (frame, session) =>
    session.gateway.conversations.use(session.talkOf(frame), (conversation) => {
      const { pipeline, engine, clock } = session.gateway
      const { before, turn: messages, channel, facts, store } = conversation
      const draft = { ...session.desk, text: frame.text, channel, before, messages, facts, now: clock.now() }
      return { type: 'draft.checked', draftId: frame.draftId, ...pipeline.check(draft, engine.deps(store)) }
    }),

  'feedback.add': async (frame, session) => {
    const { type: _, id: __, ...said } = frame
    const feedback = { ...said, agent: session.principal.agent ?? said.agent ?? session.desk.agent }
    await session.gateway.intake.feedback(feedback, session.principal)
    return { type: 'feedback.ack', eventId: frame.eventId }
  },

  'rewrite.request': ({ id: re, rewriteId, turnId, suggestionId, tone, ...where }, session) =>
    session.gateway.conversations.use(session.talkOf(where), (conversation) => {
      const send = (frame: object) => session.outbox.send(re === undefined ? frame : { ...frame, re })
      session.gateway.rewrites.start(conversation, { owner: session.id, rewriteId, turnId, suggestionId, tone, send })
      return undefined
    }),
  'rewrite.cancel': ({ rewriteId }, session) => {
    session.gateway.rewrites.cancel(session.id, rewriteId)
    return undefined
  },
  'nudge.dismiss': async ({ nudgeId }, session) => {
    await dismissNudge(session.gateway.database, nudgeId, (store) => mayTouch(session.principal, store))
    return undefined
  },
  'token.request': async (frame, session) => {
    const { tokens, principal, desk, gateway } = session
    const { access, engine } = gateway
    const store = storeFor(principal, engine, frame.store)
    const holder = { ...principal, roles: desk.roles }
    const { token, expiresAt } = await access.issuePanelToken(holder, desk.agent ?? { id: 'agent' }, store)
    const before = tokens.get(store)
    tokens.set(store, token)
    if (before !== undefined) await access.endPanelToken(before)
    return { type: 'token.granted', token, store, expiresAt: new Date(expiresAt).toISOString() }
  },
  ping: () => ({ type: 'pong' }),
}

/**
 * What to do with a frame of this type: check it, act, give its direct answer. Undefined for a type nobody knows, which is ignored.
 * @throws HuashuError `bad_request` and what the act throws
 */
export function handlerOf(type: string): ((raw: object, session: Session) => Reply | Promise<Reply>) | undefined {
  if (!Object.hasOwn(HANDLERS, type)) return undefined
  const known = type as keyof Handlers
  const act = HANDLERS[known] as (frame: ClientFrame, session: Session) => Reply | Promise<Reply>
  return (raw, session) => {
    const { success, data, error } = CLIENT_FRAMES[known].safeParse(raw)
    if (!success) throw badRequest(error, 'frame')
    return act(data, session)
  }
}

/** Runs `work` on the frame's conversation, now served at this session's desk. */
function within(
  frame: { store?: string | undefined; channel?: string | undefined; conversationId: string },
  session: Session,
  work: (conversation: Conversation) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  return session.gateway.conversations.use(session.talkOf(frame), (conversation) => {
    conversation.desk = session.desk
    return work(conversation)
  })
}

function openConversation(frame: Frame<'conversation.open'>, session: Session, conversation: Conversation): undefined {
  const { intake, turns } = session.gateway
  const { id: re, facts, shopper, history } = frame
  const known = shopper ? { ...facts, shopper: { ...facts?.shopper, id: shopper.id } } : facts
  if (known) {
    intake.facts(conversation, known).catch((error) => {
      const shown =
        error instanceof HuashuError ? error : new HuashuError('internal', 'the facts could not be taken in')
      session.outbox.send({ type: 'error', code: shown.code, message: shown.message, details: shown.details, re })
    })
  }
  const isNews = history !== undefined && intake.history(conversation, history)
  const { conversationId, seq, status } = conversation
  const { flows } = session.gateway.engine.deps(conversation.store)
  const state = shownState(conversation.state, flows, session.desk.uiLocale)
  session.outbox.send({ type: 'conversation.opened', conversationId, state, seq, re })
  session.join(conversation)
  if (conversation.current && !isNews) sendSnapshot(session, conversation.current)
  else if (shopperWaits(conversation)) turns.answer(conversation, { because: 'message' })
  else turns.retire(conversation, 'agent_replied')
  if (status && status === conversation.status) sendSnapshot(session, status.push)
}
