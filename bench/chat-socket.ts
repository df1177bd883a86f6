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
  /** Sends a message and resolves once it is acknowledged and, for a shopper's, answered. @throws Error when it is refused or that takes too long. */
  say(message: {
    readonly conversationId: string
    readonly messageId: string
    readonly role: 'shopper' | 'agent'
    readonly text: string
  }): Promise<Timed | undefined>
  close(): void
}

/** What a message in flight waits for. */
interface Waiting {
  readonly acknowledged: () => void
  readonly answered: (answer: Ready, at: number) => void
  readonly refused: (error: Error) => void
}

const PATIENCE_MS = 5_000

/** Connects and opens a session; `fault` is told of every frame that breaks its schema and of errors that belong to no message. */
export async function openChatSocket(url: string, fault: (what: string) => void): Promise<ChatSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`, { perMessageDeflate: false })
  const waiting = new Map<string, Waiting>()
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()

  function receive(frame: ServerFrame, at: number): void {
    if (frame.type === 'session.ready') open()
    else if (frame.type === 'message.ack') waiting.get(frame.messageId)?.acknowledged()
    else if (frame.type === 'suggestions.ready') for (const id of frame.messageIds) waiting.get(id)?.answered(frame, at)
    else if (frame.type === 'error') {
      const what = `${frame.code}: ${frame.message}`
      const message = waiting.get(frame.re ?? '')
      if (message) message.refused(new Error(what))
      else fault(what)
    }
  }

  socket.on('message', (data) => {
    const at = performance.now()
    const frame = JSON.parse(data.toString()) as ServerFrame
    const issue = SERVER_FRAMES[frame.type].safeParse(frame).error?.issues[0]
    if (issue) fault(`${frame.type}: ${issue.path.join('.')} ${issue.message}`)
    receive(frame, at)
  })
  await once(socket, 'open')
  const agent = { id: 'bench', name: '小满' }
  socket.send(JSON.stringify({ type: 'session.open', protocol: 1, agent, client: { name: 'bench', version: '1' } }))
  await within('session.ready', opened)

  return {
    async say(message) {
      const id = message.messageId
      const ack = Promise.withResolvers<void>()
      const reply = Promise.withResolvers<Timed | undefined>()
      if (message.role === 'agent') reply.resolve(undefined)
      const start = performance.now()
      waiting.set(id, {
        acknowledged: ack.resolve,
        answered: (answer, at) => reply.resolve({ answer, tookMs: at - start }),
        refused: ack.reject,
      })
      socket.send(JSON.stringify({ type: 'message.add', id, channel: 'taobao', ...message }))
      try {
        const [timed] = await within('acknowledgement and answer', Promise.all([reply.promise, ack.promise]))
        return timed
      } finally {
        waiting.delete(id)
      }
    },
    close: () => socket.terminate(),
  }
}

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no ${what} within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
