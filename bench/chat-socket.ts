import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { WebSocket } from 'ws'
import { SERVER_FRAMES, type ServerFrame } from '../src/protocol/index.ts'

export type Ready = Extract<ServerFrame, { type: 'suggestions.ready' }>

/** An answer and how long after its message it came, in milliseconds. */
export interface Timed {
  readonly answer: Ready
  readonly tookMs: number
}

/** One agent's socket; every frame that comes is held against its schema. */
export interface ChatSocket {
  /** Sends a message and resolves once it is acknowledged and, for a shopper's, answered. @throws Error when that takes too long. */
  say(message: {
    readonly conversationId: string
    readonly messageId: string
    readonly role: 'shopper' | 'agent'
    readonly text: string
  }): Promise<Timed | undefined>
  close(): void
}

const PATIENCE_MS = 5_000

/** Connects and opens a session; `fault` is told of every error frame and every frame that breaks its schema. */
export async function openChatSocket(port: number, fault: (what: string) => void): Promise<ChatSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/stream`, { perMessageDeflate: false })
  const acknowledged = new Map<string, () => void>()
  const answered = new Map<string, (answer: Ready, at: number) => void>()
  let opened: () => void
  const ready = new Promise<void>((resolve) => {
    opened = resolve
  })

  socket.on('message', (data) => {
    const at = performance.now()
    const raw = JSON.parse(data.toString()) as ServerFrame
    const checked = SERVER_FRAMES[raw.type].safeParse(raw)
    if (!checked.success)
      return fault(`${raw.type}: ${checked.error.issues[0]?.path.join('.')} ${checked.error.issues[0]?.message}`)
    if (raw.type === 'error') fault(`${raw.code}: ${raw.message}`)
    else if (raw.type === 'session.ready') opened()
    else if (raw.type === 'message.ack') acknowledged.get(raw.messageId)?.()
    else if (raw.type === 'suggestions.ready') for (const id of raw.messageIds) answered.get(id)?.(raw, at)
  })
  await once(socket, 'open')
  const agent = { id: 'bench', name: '小满' }
  socket.send(JSON.stringify({ type: 'session.open', protocol: 1, agent, client: { name: 'bench', version: '1' } }))
  await within('session.ready', ready)

  return {
    async say(message) {
      const id = message.messageId
      const ack = new Promise<void>((resolve) => acknowledged.set(id, resolve))
      const start = performance.now()
      const answer =
        message.role === 'shopper'
          ? new Promise<Timed>((resolve) => {
              answered.set(id, (ready, at) => resolve({ answer: ready, tookMs: at - start }))
            })
          : Promise.resolve(undefined)
      socket.send(JSON.stringify({ type: 'message.add', channel: 'taobao', ...message }))
      try {
        const [, got] = await within(`answer to ${id}`, Promise.all([ack, answer]))
        return got
      } finally {
        acknowledged.delete(id)
        answered.delete(id)
      }
    },
    close: () => socket.terminate(),
  }
}

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
