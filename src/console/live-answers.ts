import type { z } from 'zod'
import type { ClientFrame, ServerFrame, SessionOpen } from '../protocol/index.ts'

/** The longest wait between two attempts to connect. */
const LONGEST_MS = 15_000
const UNAUTHORIZED = 4401

export type Hello = Omit<z.input<typeof SessionOpen>, 'type' | 'protocol'>
export type Frame<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>

export interface Listener {
  /** The fields of `session.open`; may reject when the service is away. */
  readonly hello: () => Promise<Hello>
  /** The service wants to know who this is. Nothing is tried again until `connect` is called. */
  readonly refused: () => void
  readonly ready: () => void
  readonly heard: (frame: ServerFrame) => void
  readonly lost: () => void
}

/** The answers of conversations, as they come: a socket that comes back by itself. */
export function liveAnswers({ hello, refused, ready, heard, lost }: Listener) {
  let socket: WebSocket | undefined
  let ping: ReturnType<typeof setInterval> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let waitMs = 1_000
  let isClosed = false

  async function connect(): Promise<void> {
    const fields = await hello().catch(() => undefined)
    if (isClosed) return
    if (!fields) {
      lost()
      return later()
    }
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/v1/stream`)
    socket = opened
    opened.addEventListener('open', () => opened.send(JSON.stringify({ type: 'session.open', protocol: 1, ...fields })))
    opened.addEventListener('message', ({ data }) => take(JSON.parse(String(data)) as ServerFrame))
    opened.addEventListener('close', ({ code }) => {
      clearInterval(ping)
      if (opened !== socket || isClosed) return
      socket = undefined
      if (code === UNAUTHORIZED) return refused()
      lost()
      later()
    })
  }

  function later(): void {
    retry = setTimeout(connect, waitMs)
    waitMs = Math.min(LONGEST_MS, waitMs * 2)
  }

  function take(frame: ServerFrame): void {
    if (frame.type === 'session.ready') {
      waitMs = 1_000
      ping = setInterval(() => send({ type: 'ping' }), frame.heartbeatMs)
      ready()
    } else heard(frame)
  }

  function send(frame: ClientFrame): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  return {
    connect,
    send,
    close(): void {
      isClosed = true
      clearTimeout(retry)
      clearInterval(ping)
      socket?.close()
    },
  }
}
