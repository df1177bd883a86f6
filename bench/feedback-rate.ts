import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { WebSocket } from 'ws'
import type { ServerFrame } from '../src/protocol/index.ts'

/** Several agents: a single socket may send 2,000 frames a second. */
const SOCKETS = 8
/** Sent by each ahead of their acknowledgements. */
const AHEAD = 64

type Ready = Extract<ServerFrame, { type: 'suggestions.ready' }>

/**
 * Sends so many feedback events, each for a suggestion that was really shown, and waits for all acknowledgements: an acknowledged one is on the disk. Resolves to how
 * many that were a second. @throws Error when one is refused
 */
export async function feedbackPerSecond(port: number, count: number): Promise<number> {
  const run = `f${performance.now()}`
  const agents = await Promise.all(Array.from({ length: SOCKETS }, (_, i) => openAgent(port, `${run}-${i}`)))
  const start = performance.now()
  await Promise.all(agents.map((agent) => agent.send(Math.ceil(count / SOCKETS))))
  const seconds = (performance.now() - start) / 1000
  for (const agent of agents) agent.close()
  return count / seconds
}

/** An agent who has been shown suggestions, and sends feedback about them. */
async function openAgent(port: number, conversationId: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/stream`, { perMessageDeflate: false })
  await once(socket, 'open')
  const send = (frame: object) => socket.send(JSON.stringify(frame))
  const shown = Promise.withResolvers<Ready>()
  const all = Promise.withResolvers<void>()
  let left = 0
  let acknowledged = () => {}

  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as ServerFrame
    if (frame.type === 'suggestions.ready') shown.resolve(frame)
    else if (frame.type === 'feedback.ack') acknowledged()
    else if (frame.type === 'error') {
      const refused = new Error(`${frame.code}: ${frame.message}`)
      shown.reject(refused)
      all.reject(refused)
    }
  })
  send({ type: 'session.open', protocol: 1, agent: { id: conversationId }, client: { name: 'bench', version: '1' } })
  send({ type: 'message.add', channel: 'web', conversationId, messageId: 'm', role: 'shopper', text: '能便宜点吗' })
  const { turnId, suggestions } = await shown.promise

  return {
    async send(count: number): Promise<void> {
      let sent = 0
      left = count
      const next = () => {
        if (sent === count) return
        sent += 1
        const suggestionId = suggestions[sent % suggestions.length]!.id
        const eventId = `${conversationId}-${sent}`
        send({ type: 'feedback.add', eventId, turnId, suggestionId, action: 'copied', at: new Date().toISOString() })
      }
      acknowledged = () => {
        left -= 1
        if (left === 0) all.resolve()
        next()
      }
      for (let i = 0; i < AHEAD; i += 1) next()
      await all.promise
    },
    close: () => socket.terminate(),
  }
}
