import { type Backoff, type ConnectionState, keepConnection } from './connection.ts'
import { type Conversation, type ConversationOptions, openConversation } from './conversation.ts'
import type { Loose } from './frame-of.ts'
import { HuashuError } from './huashu-error.ts'
import { createOutgoing } from './outgoing.ts'
import { openSocket, type SocketMaker } from './socket.ts'
import { createTalks } from './talks.ts'
import type { AgentRef, ClientFrame, Role, ServerFrame } from './wire.ts'

export interface StreamOptions {
  readonly agent: AgentRef & { readonly roles?: Role[] | undefined }
  /** The program that embeds this. */
  readonly client: { readonly name: string; readonly version: string }
  /** Nothing of other stores is heard or said. */
  readonly stores?: string[] | undefined
  readonly uiLocale?: string | undefined
  /** Suggestions per answer, 1 to 10. */
  readonly limit?: number | undefined
  /** A fresh ticket for each connection; absent = that of the client. */
  readonly ticket?: ((signal: AbortSignal) => string | undefined | Promise<string | undefined>) | undefined
  /** Closes the stream. */
  readonly signal?: AbortSignal | undefined
  /** Frames that may wait for their acknowledgement, 1,000 if absent. */
  readonly waiting?: number | undefined
  /** Unsent bytes of the socket from which frames wait, 1 MiB if absent. */
  readonly slowBytes?: number | undefined
  /** Between attempts to connect: 250 ms, doubled up to 10 s, if absent. */
  readonly backoff?: Backoff | undefined
}

/** What a stream hears. */
export type Heard =
  | { readonly kind: 'frame'; readonly frame: ServerFrame }
  | { readonly kind: 'connection'; readonly state: 'ready' | 'lost' | 'refused' }

/** One websocket session that outlives its sockets. */
export interface Stream {
  readonly state: ConnectionState
  /** Why the service refused this client, or why the connection was last lost, as far as it is known. */
  readonly fault: HuashuError | undefined
  /** Sends a frame now, or once the connection stands. What goes wrong is heard as an `error` frame whose `re` is the frame's id. */
  send(frame: ClientFrame): void
  /** Sends a frame and resolves to its answer. @throws HuashuError, or the signal's reason: then it is not sent any more */
  ask(frame: ClientFrame, signal?: AbortSignal): Promise<ServerFrame | undefined>
  /** Calls back with everything that is heard until the returned function is called. Each numbered frame comes once, and none that is out of date. */
  listen(listener: (heard: Heard) => void): () => void
  /** Opens a talk. */
  conversation(options: ConversationOptions): Conversation
  /** Frames whose acknowledgement has not come. */
  readonly waiting: number
  /** Resolves once none is waiting. */
  drained(): Promise<void>
  close(): void
}

const WAITING = 1_000
const SLOW_BYTES = 1_048_576
const SLOW_MS = 20
const RETRY_MS = 1_000
const OPEN_WITHIN_MS = 10_000
const BACKOFF: Backoff = { firstMs: 250, maxMs: 10_000 }

export interface StreamParts extends StreamOptions {
  readonly url: string
  readonly WebSocket?: SocketMaker | undefined
}

export function createStream(parts: StreamParts): Stream {
  const { agent, client, stores, uiLocale, limit, ticket, signal } = parts
  const listeners = new Set<(heard: Heard) => void>()
  const talks = createTalks()
  let epoch = ''

  const outgoing = createOutgoing({
    limit: parts.waiting ?? WAITING,
    slowBytes: parts.slowBytes ?? SLOW_BYTES,
    slowMs: SLOW_MS,
    retryMs: RETRY_MS,
    isReady: () => connection?.state === 'ready',
    bufferedAmount: () => connection?.bufferedAmount ?? 0,
    write(frame, text) {
      talks.said(frame)
      connection.write(text)
    },
  })

  function tell(heard: Heard): void {
    for (const listener of [...listeners]) {
      try {
        listener(heard)
      } catch (error) {
        // one listener's fault is no other's
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
  const tellFrame = (frame: ServerFrame) => tell({ kind: 'frame', frame })

  function changed(state: ConnectionState): void {
    if (state === 'ready') {
      tell({ kind: 'connection', state })
      for (const { store, channel, conversationId, watch } of reopened)
        write({ type: 'conversation.open', store, channel, conversationId, ...(watch ? { watch } : {}) })
      outgoing.flush()
      return
    }
    const gone = state === 'closed' || state === 'refused'
    const rewrites = outgoing.lost()
    if (gone) outgoing.end(connection?.fault ?? new HuashuError('unavailable', 'the stream was closed'))
    for (const { rewriteId, conversationId } of rewrites as Loose[])
      tellFrame({ type: 'rewrite.failed', rewriteId: rewriteId!, conversationId, reason: 'unavailable' })
    if (state === 'lost' || state === 'refused') tell({ kind: 'connection', state })
  }

  /** Talks that cannot be named in `resume`, for the session that is being opened. */
  let reopened: ReturnType<typeof talks.takeUp>['open'] = []
  const write = (frame: ClientFrame) => connection.write(JSON.stringify(frame))

  function hello(given: string | undefined): ClientFrame {
    const { resume, open } = talks.takeUp()
    reopened = open
    return { type: 'session.open', protocol: 1, ticket: given, stores, agent, client, uiLocale, limit, resume }
  }

  function heard(frame: ServerFrame): void {
    if (frame.type === 'session.ready') epoch = frame.epoch
    const isNews = talks.isNews(frame, epoch)
    outgoing.heard(frame)
    if (isNews) tellFrame(frame)
  }

  const connection = keepConnection({
    open: () => openSocket(parts.url, parts.WebSocket),
    prepare: async (aborted) => ticket?.(aborted),
    hello,
    backoff: parts.backoff ?? BACKOFF,
    openWithinMs: OPEN_WITHIN_MS,
    heard,
    changed,
  })

  const stream: Stream = {
    get state() {
      return connection.state
    },
    get fault() {
      return connection.fault
    },
    get waiting() {
      return outgoing.size
    },
    ask: async (frame, stop) => outgoing.add(frame, stop),
    send(frame) {
      try {
        // what the service answers is heard by all
        outgoing.add(frame).catch(() => undefined)
      } catch (error) {
        const { code, message, details } = error as HuashuError
        tellFrame({ type: 'error', re: frame.id, code, message, details: [...details] })
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    conversation: (options) => openConversation(stream, options),
    drained: outgoing.drained,
    close() {
      signal?.removeEventListener('abort', stream.close)
      connection.close()
    },
  }
  signal?.addEventListener('abort', stream.close)
  if (signal?.aborted) stream.close()
  return stream
}
