import type { ServerFrameOf } from './frame-of.ts'
import { HuashuError } from './huashu-error.ts'
import type { SocketLike } from './socket.ts'
import type { ErrorCode, ServerFrame } from './wire.ts'

/**
 * `connecting` = not yet there for the first time; `lost` = it will be tried again; `refused` = the service does not let this client in, and `closed` = the client
 * has ended it: both for good.
 */
export type ConnectionState = 'connecting' | 'ready' | 'lost' | 'refused' | 'closed'

/** Waits between attempts, in milliseconds: doubled each time up to `maxMs`, and each shortened by a random half at most, so that not all come back at once. */
export interface Backoff {
  readonly firstMs: number
  readonly maxMs: number
}

export interface ConnectionParts {
  readonly open: () => SocketLike
  /** What goes before the socket is opened: a ticket. A `HuashuError` that is not passing ends the connection. */
  readonly prepare: (signal: AbortSignal) => Promise<string | undefined>
  /** The `session.open` frame. */
  readonly hello: (ticket: string | undefined) => object
  readonly backoff: Backoff
  /** How long an attempt may take, ticket and all. */
  readonly openWithinMs: number
  readonly heard: (frame: ServerFrame) => void
  readonly changed: (state: ConnectionState, ready: ServerFrameOf<'session.ready'> | undefined) => void
}

export interface Connection {
  readonly state: ConnectionState
  /** Why it was refused or last lost, as far as it is known. */
  readonly fault: HuashuError | undefined
  /** Bytes that were written and have not left yet. */
  readonly bufferedAmount: number
  /** Only while it is ready. */
  write(text: string): void
  close(): void
}

const UNSUPPORTED = 4400
const NO_SESSION = 4401
/** Codes that no further attempt will change. */
const FINAL: readonly ErrorCode[] = [
  'forbidden',
  'unknown_store',
  'origin_refused',
  'bad_request',
  'not_found',
  'unsupported_protocol',
]

/** Keeps one websocket session alive: opens it, pings it, and opens it anew when it is lost. */
export function keepConnection(parts: ConnectionParts): Connection {
  let state: ConnectionState = 'connecting'
  let fault: HuashuError | undefined
  let attempts = 0
  let unauthorized = 0
  let socket: SocketLike | undefined
  let ending = new AbortController()
  let later: ReturnType<typeof setTimeout> | undefined
  let heartbeat: ReturnType<typeof setInterval> | undefined
  let isAnswered = true

  function change(to: ConnectionState, ready?: ServerFrameOf<'session.ready'>): void {
    state = to
    parts.changed(to, ready)
  }

  /** Forgets the socket, whatever it still has to say, and leaves it to close. */
  function drop(): void {
    clearTimeout(later)
    clearInterval(heartbeat)
    ending.abort()
    const old = socket
    socket = undefined
    old?.close()
  }

  function lose(why?: HuashuError): void {
    const wasReady = state === 'ready'
    drop()
    if (why) fault = why
    // a ticket may have grown too old on its way: once it is tried with a new one
    unauthorized = fault?.code === 'unauthorized' ? unauthorized + 1 : 0
    if (fault && (FINAL.includes(fault.code) || unauthorized > 1)) {
      change('refused')
      return
    }
    const wait = Math.min(parts.backoff.maxMs, parts.backoff.firstMs * 2 ** attempts) * (1 - Math.random() / 2)
    attempts += 1
    later = setTimeout(() => void connect(), wait)
    if (wasReady || state === 'connecting') change('lost')
  }

  async function connect(): Promise<void> {
    fault = undefined
    ending = new AbortController()
    const { signal } = ending
    later = setTimeout(() => lose(new HuashuError('unavailable', 'no session in time')), parts.openWithinMs)
    try {
      const ticket = await parts.prepare(signal)
      if (!signal.aborted) attach(parts.open(), ticket)
    } catch (cause) {
      if (signal.aborted) return
      lose(cause instanceof HuashuError ? cause : new HuashuError('unavailable', 'no ticket could be had', { cause }))
    }
  }

  function attach(opened: SocketLike, ticket: string | undefined): void {
    socket = opened
    const whileOurs =
      <E>(act: (event: E) => void) =>
      (event: E) => {
        if (socket === opened) act(event)
      }
    opened.addEventListener('open', () => whileOurs(() => opened.send(JSON.stringify(parts.hello(ticket))))(undefined))
    opened.addEventListener(
      'message',
      whileOurs(({ data }: { data: unknown }) => take(String(data))),
    )
    opened.addEventListener(
      'close',
      whileOurs(({ code }: { code: number }) => closedBy(code)),
    )
    // what is wrong is told by the `close` that follows; without a listener the package "ws" would throw
    opened.addEventListener('error', () => undefined)
  }

  function closedBy(code: number): void {
    if (code === UNSUPPORTED)
      lose(fault ?? new HuashuError('unsupported_protocol', 'the service speaks another protocol'))
    else if (code === NO_SESSION) lose(fault ?? new HuashuError('unauthorized', 'the service opened no session'))
    else lose()
  }

  function take(text: string): void {
    isAnswered = true
    const frame = JSON.parse(text) as ServerFrame
    if (frame.type === 'session.ready') begin(frame)
    else if (frame.type === 'error' && state !== 'ready')
      fault = new HuashuError(frame.code, frame.message, { details: frame.details })
    if (frame.type !== 'pong') parts.heard(frame)
  }

  function begin(ready: ServerFrameOf<'session.ready'>): void {
    clearTimeout(later)
    attempts = 0
    unauthorized = 0
    // a timer that comes late, as in a page in the background, is no sign of a silent server: only a ping without an answer is
    heartbeat = setInterval(() => {
      if (!isAnswered) return lose(new HuashuError('unavailable', 'the service has gone silent'))
      isAnswered = false
      socket?.send('{"type":"ping"}')
    }, ready.heartbeatMs / 2)
    change('ready', ready)
  }

  void connect()
  return {
    get state() {
      return state
    },
    get fault() {
      return fault
    },
    get bufferedAmount() {
      return socket?.bufferedAmount ?? 0
    },
    write: (text) => socket?.send(text),
    close() {
      if (state === 'closed') return
      drop()
      change('closed')
    },
  }
}
