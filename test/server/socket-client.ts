import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { SERVER_FRAMES, type ServerFrame, type ServerFrameType } from '../../src/protocol/index.ts'

type FrameOf<T extends ServerFrameType> = Extract<ServerFrame, { type: T }>

export interface SocketClient {
  readonly socket: WebSocket
  /** Every frame so far, oldest first, each held against its schema. */
  readonly frames: ServerFrame[]
  send(frame: object | string | Buffer): void
  /** The next frame of a type that nobody has waited for yet. */
  next<T extends ServerFrameType>(type: T, matches?: (frame: FrameOf<T>) => boolean): Promise<FrameOf<T>>
  /** Resolves to the close code. */
  readonly closed: Promise<number>
  /** Sends a ping and waits for its pong: by then everything sent before has been dealt with. */
  settle(): Promise<void>
}

/** Without a frame for so long nothing more is on its way. */
const QUIET_MS = 80

export const OPEN = {
  type: 'session.open',
  protocol: 1,
  agent: { id: 'a1', name: '小王' },
  client: { name: 'test', version: '1' },
}

const PATIENCE_MS = 3_000

/** Connects without opening a session. */
export async function connect(url: string, headers: Record<string, string> = {}): Promise<SocketClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`, { headers })
  onTestFinished(() => socket.terminate())
  const frames: ServerFrame[] = []
  const unseen: ServerFrame[] = []
  let waiters: (() => void)[] = []
  let pings = 0
  socket.on('message', (data) => {
    const raw = JSON.parse(data.toString())
    SERVER_FRAMES[raw.type as ServerFrameType].parse(raw)
    frames.push(raw)
    unseen.push(raw)
    for (const wake of waiters.splice(0)) wake()
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))

  async function next<T extends ServerFrameType>(type: T, matches: (frame: FrameOf<T>) => boolean = () => true) {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      const at = unseen.findIndex((frame) => frame.type === type && matches(frame as FrameOf<T>))
      if (at >= 0) return unseen.splice(at, 1)[0] as FrameOf<T>
      if (Date.now() > until)
        throw new Error(`no ${type} came; there was ${frames.map((frame) => frame.type).join(', ')}`)
      await new Promise<void>((resolve) => {
        waiters.push(resolve)
        setTimeout(resolve, 200)
      })
      waiters = []
    }
  }

  const send = (frame: object | string | Buffer) =>
    socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
  return {
    socket,
    frames,
    send,
    next,
    closed,
    async settle() {
      pings += 1
      const id = `ping-${pings}`
      send({ type: 'ping', id })
      await next('pong', (frame) => frame.re === id)
      // a conversation that has to be read from the database is answered a little later than the ping behind it
      let heard: number
      do {
        heard = frames.length
        await wait(QUIET_MS)
      } while (frames.length > heard)
    },
  }
}

/** Connects and opens a session. */
export async function openSession(url: string, fields: object = {}, headers?: Record<string, string>) {
  const client = await connect(url, headers)
  client.send({ ...OPEN, ...fields })
  const ready = await client.next('session.ready')
  return { ...client, ready }
}

let count = 0
/** A shopper's message with an id of its own. */
export function says(text: string, fields: object = {}) {
  count += 1
  return { type: 'message.add', conversationId: 'c1', messageId: `m${count}`, role: 'shopper', text, ...fields }
}
