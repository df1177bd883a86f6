import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { badRequest, CLOSE, HuashuError, LIMITS, SessionOpen } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { toWire } from '../plugins/errors.ts'
import type { Principal } from '../principal.ts'
import { handlerOf } from './handlers.ts'
import { createMembership } from './membership.ts'
import { createOutbox, type Sink } from './outbox.ts'
import { idOf, type RawFrame, readFrame } from './read-frame.ts'
import { catchUp } from './resume.ts'
import { createSession, type Opening, type Session } from './session.ts'
import { createTokenBucket } from './token-bucket.ts'
import { withField } from './with-field.ts'

/** What the stream route does with the sockets it has. */
export interface OpenSocket {
  /** Closes a socket that has missed two heartbeats. */
  checkAlive(): void
  drain(): void
}

/**
 * Serves one websocket. Handlers are attached before this returns, so that no early frame is lost. `wire` is the connection under it,
 * `known` the caller by its key, when the upgrade carried one.
 */
export function serveSocket(
  socket: WebSocket,
  wire: Duplex,
  known: Principal | undefined,
  gateway: Gateway,
): OpenSocket {
  const { clock, metrics } = gateway
  const limits = gateway.limits.stream
  const id = randomUUID()
  const sink: Sink = {
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    send: (frame) => socket.send(frame, { binary: false }),
    terminate: () => socket.terminate(),
    cork: () => wire.cork(),
    uncork: () => wire.uncork(),
  }
  const outbox = createOutbox(sink, limits.outbox, () => metrics.droppedFrames.inc())
  const membership = createMembership(gateway.bus, gateway.openTalks, (push) => {
    outbox.push(push, push.asker?.session === id ? withField(push.frame, 're', push.asker.re) : push.frame)
    gateway.automaticRewrites.shown(push, id, (frame) => reply(frame, undefined))
  })
  const mayPass = createTokenBucket(clock, limits.framesPerSecond, limits.frameBurst)
  let session: Session | undefined
  /** Frames behind a `session.open` that has to wait for its ticket. */
  let behind: [RawFrame, string | undefined][] | undefined
  let seenAt = clock.now()
  const late = setTimeout(() => socket.close(CLOSE.noSession, 'no session.open'), limits.openWithinMs)

  socket.on('message', (data, isBinary) => {
    seenAt = clock.now()
    if (socket.readyState !== socket.OPEN) return
    let re: string | undefined
    try {
      const frame = readFrame(data as Buffer, isBinary)
      re = idOf(frame)
      if (!mayPass()) throw new HuashuError('rate_limited', 'too many frames; send this one again a little later')
      if (session && frame.type !== 'session.open') act(frame, session, re)
      else if (behind) behind.push([frame, re])
      else take(frame, re)
    } catch (error) {
      refuse(error, re)
    }
  })
  // an oversized or broken frame ends in `close`, which tidies up
  socket.on('error', () => undefined)
  socket.on('close', () => {
    clearTimeout(late)
    outbox.close()
    membership.end()
    gateway.rewrites.end(id)
    gateway.automaticRewrites.end(id)
    if (!session) return
    metrics.sockets.dec()
    // one that cannot be taken back now ends by itself
    for (const token of session.tokens.values()) gateway.access.endPanelToken(token).catch(() => undefined)
  })

  function take(frame: RawFrame, re: string | undefined): void {
    if (frame.type === 'session.open') open(frame, re)
    else if (session) act(frame, session, re)
    else throw new HuashuError('bad_request', 'frame.type: the first frame must be session.open')
  }

  function refuse(error: unknown, re: string | undefined): void {
    fail(error, re)
    if (!session) socket.close(CLOSE.noSession, 'a session.open is needed first')
  }

  function act(raw: RawFrame, open: Session, re: string | undefined): void {
    const handle = handlerOf(raw.type)
    const answer = handle?.(raw, open)
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

  function open(raw: RawFrame, re: string | undefined): void {
    if (session) throw new HuashuError('bad_request', 'frame.type: this session is open already')
    if (raw.protocol !== 1) {
      fail(new HuashuError('unsupported_protocol', 'frame.protocol: this gateway speaks protocol 1'), re)
      socket.close(CLOSE.unsupported, 'protocol 1 only')
      return
    }
    const parsed = SessionOpen.safeParse(raw)
    if (!parsed.success) throw badRequest(parsed.error, 'frame')
    const opened = createSession(parsed.data, known, { id, gateway, outbox, ...membership })
    if (opened instanceof Promise) wait(opened, parsed.data.resume, re)
    else begin(opened, parsed.data.resume, re)
  }

  function wait(coming: Promise<Session>, resume: Opening['resume'], re: string | undefined): void {
    behind = []
    coming
      .then((session) => {
        // it may have gone meanwhile
        if (socket.readyState !== socket.OPEN) return
        begin(session, resume, re)
        const waiting = behind ?? []
        behind = undefined
        for (const [frame, re] of waiting) {
          try {
            take(frame, re)
          } catch (error) {
            refuse(error, re)
          }
        }
      })
      .catch((error) => refuse(error, re))
  }

  function begin(opened: Session, resume: Opening['resume'], re: string | undefined): void {
    session = opened
    clearTimeout(late)
    metrics.sockets.inc()
    const { heartbeatMs } = limits
    const { epoch } = gateway.ownership
    const serverTime = new Date(clock.now()).toISOString()
    reply({ type: 'session.ready', sessionId: id, epoch, heartbeatMs, limits: LIMITS, serverTime }, re)
    for (const [key, mark] of Object.entries(resume ?? {})) {
      catchUp(opened, key, mark).catch((error) => fail(error, re))
    }
  }

  return {
    checkAlive() {
      if (clock.now() - seenAt > 2 * limits.heartbeatMs) socket.close(1001, 'no sign of life')
    },
    drain: () => socket.close(CLOSE.drain, 'the gateway restarts'),
  }
}
