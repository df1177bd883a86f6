import type { ClientFrame, ServerFrame } from '../protocol/index.ts'
import type { Heard, PanelSource } from './source.ts'

export interface OwnSourceOptions {
  /** Where the gateway is, `https://…`. */
  readonly server: string
  readonly agent: { readonly id: string; readonly name?: string }
  readonly uiLocale: string
  readonly limit: number
  /** A ticket for one session; undefined where the gateway serves without keys. */
  ticket(): Promise<string | undefined>
}

const LONGEST_MS = 15_000
const FIRST_MS = 500
const UNAUTHORIZED = 4401
/** What waits for the connection; more than that is nothing an agent would still want. */
const WAITING = 200

/** A socket of the panel's own that comes back by itself. Everything is asked anew after a gap. */
export function ownSource(options: OwnSourceOptions): PanelSource & { close(): void } {
  const listeners = new Set<(heard: Heard) => void>()
  let socket: WebSocket | undefined
  let isReady = false
  let waiting: ClientFrame[] = []
  let waitMs = FIRST_MS
  let ping: ReturnType<typeof setInterval> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const tell = (heard: Heard) => {
    for (const listener of listeners) listener(heard)
  }

  async function connect(): Promise<void> {
    const ticket = await options.ticket().catch(() => undefined)
    if (closed) return
    const { agent, uiLocale, limit, server } = options
    const opened = new WebSocket(new URL('/v1/stream', server.replace(/^http/, 'ws')))
    socket = opened
    opened.addEventListener('open', () => {
      const client = { name: 'huashu-panel', version: '0.1.0' }
      const hello = { type: 'session.open', protocol: 1, agent, client, uiLocale, limit, ...(ticket ? { ticket } : {}) }
      opened.send(JSON.stringify(hello))
    })
    opened.addEventListener('message', ({ data }) => take(JSON.parse(data) as ServerFrame))
    opened.addEventListener('close', ({ code }) => gone(opened, code))
  }

  function take(frame: ServerFrame): void {
    tell({ kind: 'frame', frame })
    if (frame.type !== 'session.ready') return
    isReady = true
    waitMs = FIRST_MS
    ping = setInterval(() => write({ type: 'ping' }), frame.heartbeatMs / 2)
    tell({ kind: 'connection', state: 'ready' })
    const late = waiting
    waiting = []
    for (const one of late) write(one)
  }

  function gone(which: WebSocket, code: number): void {
    if (which !== socket) return
    clearInterval(ping)
    socket = undefined
    isReady = false
    if (closed) return
    tell({ kind: 'connection', state: code === UNAUTHORIZED ? 'refused' : 'lost' })
    retry = setTimeout(connect, waitMs * (0.75 + Math.random() / 2))
    waitMs = Math.min(LONGEST_MS, waitMs * 2)
  }

  function write(frame: ClientFrame): void {
    socket?.send(JSON.stringify(frame))
  }

  connect()
  return {
    send(frame) {
      if (isReady) write(frame)
      else if (waiting.length < WAITING) waiting.push(frame)
    },
    async request(path, { method = 'GET', body, signal } = {}) {
      const response = await fetch(new URL(path, options.server), {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        ...(signal ? { signal } : {}),
      })
      const answer = (await response.json()) as { error?: { code: string; message: string } }
      if (response.ok) return answer
      throw Object.assign(new Error(answer.error?.message), { code: answer.error?.code })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed = true
      clearTimeout(retry)
      clearInterval(ping)
      socket?.close()
    },
  }
}
