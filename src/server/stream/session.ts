import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { z } from 'zod'
import {
  badRequest,
  CLIENT_FRAMES,
  CLOSE,
  type ClientFrame,
  type ClientFrameType,
  HuashuError,
  LIMITS,
} from '../../protocol/index.ts'
import { narrow, type Principal, storeFor } from '../access.ts'
import type { Conversation, Desk } from '../conversation.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import { parseJson } from '../parse-json.ts'
import { toWire } from '../plugins/errors.ts'
import type { Push, Talk } from '../ports.ts'
import { HANDLERS } from './handlers.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { catchUp } from './resume.ts'
import { createTokenBucket } from './token-bucket.ts'
import { withField } from './with-field.ts'

type Frame<T extends ClientFrameType> = z.infer<(typeof CLIENT_FRAMES)[T]>

/** One open socket, as the frame handlers see it. */
export interface Session {
  readonly id: string
  readonly gateway: Gateway
  readonly outbox: Outbox
  readonly principal: Principal
  readonly desk: Desk
  /** Which conversation a frame is about. @throws HuashuError `forbidden`, `unknown_store` */
  talkOf(frame: { store?: string | undefined; channel?: string | undefined; conversationId: string }): Talk
  /** From now on the socket gets what is pushed for the conversation. */
  join(conversation: Conversation): void
  leave(conversation: Conversation): void
  hasJoined(conversation: Conversation): boolean
}

/** What the stream route does with the sockets it has. */
export interface OpenSocket {
  /** Closes a socket that has missed two heartbeats. */
  checkAlive(): void
  drain(): void
}

/**
 * Serves one websocket. Handlers are attached before this returns, so that no early frame is lost. `known` is the caller by its key, when the
 * upgrade carried one.
 */
export function serveSocket(socket: WebSocket, known: Principal | undefined, gateway: Gateway): OpenSocket {
  const { clock, limits, metrics } = gateway
  const id = randomUUID()
  const outbox = createOutbox(socket, limits.stream.outbox, () => metrics.droppedFrames.inc())
  const mayPass = createTokenBucket(clock, limits.stream.framesPerSecond, limits.stream.frameBurst)
  const joined = new Map<string, { conversation: Conversation; stop: () => void }>()
  let session: Session | undefined
  let seenAt = clock.now()
  const late = setTimeout(() => socket.close(CLOSE.noSession, 'no session.open'), limits.stream.openWithinMs)

  socket.on('message', (data, isBinary) => {
    seenAt = clock.now()
    if (socket.readyState !== socket.OPEN) return
    const bytes = data as Buffer
    let re: string | undefined
    try {
      if (isBinary) throw new HuashuError('bad_request', 'frame: binary frames are not read; send JSON text')
      if (bytes.length > LIMITS.frameBytes) throw tooLarge()
      const frame = parseJson(bytes.toString(), 'frame')
      if (typeof frame !== 'object' || frame === null || !('type' in frame) || typeof frame.type !== 'string') {
        throw new HuashuError('bad_request', 'frame: one JSON object with a "type" per frame')
      }
      if ('id' in frame && typeof frame.id === 'string') re = frame.id.slice(0, LIMITS.idChars)
      if (!mayPass()) throw new HuashuError('rate_limited', 'too many frames; send this one again a little later')
      if (!Object.hasOwn(CLIENT_FRAMES, frame.type)) {
        if (!session) throw new HuashuError('bad_request', 'frame.type: the first frame must be session.open')
        return
      }
      take(frame as { type: ClientFrameType }, re)
    } catch (error) {
      fail(error, re)
      if (!session) socket.close(CLOSE.noSession, 'a session.open is needed first')
    }
  })
  // an oversized or broken frame ends in `close`, which tidies up
  socket.on('error', () => undefined)
  socket.on('close', () => {
    clearTimeout(late)
    outbox.close()
    for (const { conversation } of joined.values()) leave(conversation)
    if (session) metrics.sockets.dec()
  })

  function take(raw: { type: ClientFrameType }, re: string | undefined): void {
    if (raw.type === 'session.open') {
      open(raw, re)
      return
    }
    if (!session) throw new HuashuError('bad_request', 'frame.type: the first frame must be session.open')
    const parsed = CLIENT_FRAMES[raw.type].safeParse(raw)
    if (!parsed.success) throw badRequest(parsed.error, 'frame')
    const handle = HANDLERS[raw.type] as (
      frame: ClientFrame,
      session: Session,
    ) => object | undefined | Promise<object | undefined>
    const answer = handle(parsed.data, session)
    if (answer instanceof Promise) answer.then((frame) => reply(frame, re)).catch((error) => fail(error, re))
    else reply(answer, re)
  }

  function reply(frame: object | undefined, re: string | undefined): void {
    if (frame && socket.readyState === socket.OPEN) outbox.send(re === undefined ? frame : { ...frame, re })
  }

  function fail(error: unknown, re: string | undefined): void {
    const shown = toWire(error)
    if (shown.code === 'internal') gateway.logger.error({ err: error }, 'frame failed')
    reply({ type: 'error', code: shown.code, message: shown.message, details: shown.details }, re)
  }

  function open(raw: object, re: string | undefined): void {
    if (session) throw new HuashuError('bad_request', 'frame.type: this session is open already')
    if (!('protocol' in raw) || raw.protocol !== 1) {
      fail(new HuashuError('unsupported_protocol', 'frame.protocol: this gateway speaks protocol 1'), re)
      socket.close(CLOSE.unsupported, 'protocol 1 only')
      return
    }
    const parsed = CLIENT_FRAMES['session.open'].safeParse(raw)
    if (!parsed.success) throw badRequest(parsed.error, 'frame')
    const frame = parsed.data
    session = createSession(frame, principalOf(frame))
    clearTimeout(late)
    metrics.sockets.inc()
    const { heartbeatMs } = limits.stream
    const serverTime = new Date(clock.now()).toISOString()
    reply(
      { type: 'session.ready', sessionId: id, epoch: gateway.turns.epoch, heartbeatMs, limits: LIMITS, serverTime },
      re,
    )
    for (const [key, mark] of Object.entries(frame.resume ?? {})) {
      catchUp(session, key, mark).catch((error) => fail(error, re))
    }
  }

  function principalOf({ ticket, stores }: Frame<'session.open'>): Principal {
    const principal =
      ticket === undefined
        ? (known ?? (gateway.access.open ? gateway.access.ofBearer(undefined) : undefined))
        : gateway.access.redeemTicket(ticket)
    if (!principal) throw new HuashuError('unauthorized', 'frame.ticket: a ticket is needed, see POST /v1/tickets')
    if (!stores) return principal
    for (const store of stores) storeFor(principal, gateway.engine, store)
    return { ...principal, stores }
  }

  function createSession(frame: Frame<'session.open'>, principal: Principal): Session {
    const { agent: said, limit = 3 } = frame
    const roles = narrow(principal.roles, said.roles)
    const agent = principal.agent ?? { id: said.id, name: said.name }
    const uiLocale =
      frame.uiLocale ?? gateway.engine.deps(storeFor(principal, gateway.engine, undefined)).store.locales[0]!
    return {
      id,
      gateway,
      outbox,
      principal,
      desk: { agent, roles, uiLocale, limit },
      talkOf: ({ store, channel = DEFAULT_CHANNEL, conversationId }) => ({
        store: storeFor(principal, gateway.engine, store),
        channel,
        conversationId,
      }),
      join,
      leave,
      hasJoined: (conversation) => joined.has(conversation.topic),
    }
  }

  function join(conversation: Conversation): void {
    if (joined.has(conversation.topic) || socket.readyState !== socket.OPEN) return
    conversation.open += 1
    joined.set(conversation.topic, { conversation, stop: gateway.bus.subscribe(conversation.topic, deliver) })
  }

  function leave(conversation: Conversation): void {
    joined.get(conversation.topic)?.stop()
    if (joined.delete(conversation.topic)) conversation.open -= 1
  }

  function deliver(push: Push): void {
    outbox.push(push, push.asker?.session === id ? withField(push.text, 're', push.asker.re) : push.text)
  }

  return {
    checkAlive() {
      if (clock.now() - seenAt > 2 * limits.stream.heartbeatMs) socket.close(1001, 'no sign of life')
    },
    drain: () => socket.close(CLOSE.drain, 'the gateway restarts'),
  }
}

function tooLarge(): HuashuError {
  return new HuashuError('too_large', `frame: larger than ${LIMITS.frameBytes} bytes`)
}
