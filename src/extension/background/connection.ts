import type { ClientFrame, ServerFrame } from '../../protocol/index.ts'
import type { Heard } from '../../ui/index.ts'
import { ServiceError, takeTicket } from './service.ts'
import type { Pairing } from './settings.ts'

/** The one socket of the extension. What is sent while it is away goes out when it is back; what was not answered, again. */
export interface Connection {
  readonly state: ConnectionState
  send(frame: ClientFrame): void
  /** Ends it for good. */
  stop(): void
}
export type ConnectionState = (Heard & { kind: 'connection' })['state']

export interface ConnectionParts {
  readonly pairing: Pairing
  readonly uiLocale: string
  readonly version: string
  /** What a new session begins with: the talks that are open now, without their history. */
  readonly talks: () => readonly ClientFrame[]
  readonly heard: (heard: Heard) => void
}

/** Chrome lets a worker go after 30 s without a sign of life of its socket. */
const PING_MS = 20_000
const SILENT_MS = 45_000
const FIRST_RETRY_MS = 300
const LAST_RETRY_MS = 15_000
/** Frames that the service answers by `re` once they are safe. */
const ANSWERED = new Set(['conversation.open', 'message.add', 'facts.update', 'event.add', 'feedback.add'])
const TRY_LATER = new Set(['rate_limited', 'overloaded', 'unavailable'])
/** What waits for a socket at most: an agent who is offline for hours asks anew. */
const MOST_WAITING = 2_000

export function createConnection({ pairing, uiLocale, version, talks, heard }: ConnectionParts): Connection {
  let socket: WebSocket | undefined
  let state: ConnectionState = 'lost'
  let isStopped = false
  let attempt = 0
  let heardAt = 0
  let named = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** By id, in the order in which they were sent. */
  const waiting = new Map<string, ClientFrame>()
  const run = crypto.randomUUID().slice(0, 8)

  function become(next: ConnectionState): void {
    if (state === next) return
    state = next
    heard({ kind: 'connection', state })
  }

  async function connect(): Promise<void> {
    try {
      const ticket = await takeTicket(pairing)
      if (isStopped) return
      open(ticket)
    } catch (error) {
      const code = error instanceof ServiceError ? error.code : 'internal'
      // no waiting helps against these: the agent has to pair again, or the operator to allow the origin
      if (['unauthorized', 'forbidden', 'origin_refused'].includes(code)) become('refused')
      else retry()
    }
  }

  function open(ticket: string): void {
    const address = new URL('/v1/stream', pairing.server)
    address.protocol = address.protocol.replace('http', 'ws')
    const opened = new WebSocket(address)
    socket = opened
    opened.onopen = () => {
      heardAt = Date.now()
      const client = { name: 'huashu-extension', version }
      write({ type: 'session.open', protocol: 1, ticket, agent: pairing.agent, client, uiLocale: uiLocale as 'zh' })
    }
    opened.onmessage = ({ data }) => {
      heardAt = Date.now()
      take(JSON.parse(String(data)) as ServerFrame)
    }
    opened.onclose = () => {
      if (socket !== opened) return
      socket = undefined
      if (state !== 'refused') become('lost')
      retry()
    }
  }

  function take(frame: ServerFrame): void {
    if (frame.type === 'session.ready') {
      attempt = 0
      const again = [...waiting.values()]
      for (const talk of talks()) write(talk)
      for (const unanswered of again) write(unanswered)
      for (const [id, { type }] of waiting) if (!ANSWERED.has(type)) waiting.delete(id)
      become('ready')
      return
    }
    const re = 're' in frame ? frame.re : undefined
    if (re !== undefined && frame.type === 'error' && TRY_LATER.has(frame.code)) {
      setTimeout(() => waiting.has(re) && write(waiting.get(re)!), 1_000)
      return
    }
    if (re !== undefined) waiting.delete(re)
    if (frame.type !== 'pong') heard({ kind: 'frame', frame })
  }

  function write(frame: ClientFrame): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  function retry(): void {
    clearTimeout(timer)
    if (isStopped || state === 'refused') return
    const longest = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt)
    attempt += 1
    // spread, so that a gateway that comes back is not run over
    timer = setTimeout(() => void connect(), longest / 2 + (Math.random() * longest) / 2)
  }

  const pulse = setInterval(() => {
    if (!socket) return
    if (Date.now() - heardAt > SILENT_MS) socket.close()
    else write({ type: 'ping' })
  }, PING_MS)

  void connect()
  return {
    get state() {
      return state
    },
    send(frame) {
      named += 1
      const id = frame.id ?? `${run}-${named}`
      const identified = { ...frame, id }
      if (ANSWERED.has(frame.type) || state !== 'ready') {
        waiting.set(id, identified)
        if (waiting.size > MOST_WAITING) waiting.delete(waiting.keys().next().value!)
      }
      if (state === 'ready') write(identified)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      clearInterval(pulse)
      socket?.close()
      socket = undefined
    },
  }
}
