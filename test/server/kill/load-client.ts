import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type { Database } from '../../../src/server/ports.ts'
import { until } from './gateway-process.ts'

const CONVERSATIONS = 7
/** Frames sent ahead of their acknowledgements: enough to be killed in the middle of work, on a slow machine too. */
const AHEAD = 200
/** A good client is patient: what is refused comes again, and again. */
const RETRY_MS = 250

interface Heard {
  readonly type: string
  readonly messageId?: string
  readonly messageIds?: readonly string[]
  readonly eventId?: string
  readonly turnId?: string
  readonly code?: string
  readonly re?: string
}

/** Talks as a good client does: what was not acknowledged is sent again, after a loss of the line and after `unavailable`. */
export class LoadClient {
  readonly unacknowledged = new Map<string, object>()
  readonly messages: number[] = []
  readonly feedback: string[] = []
  /** Messages that suggestions came for. */
  readonly answered = new Set<string>()
  refusals = 0
  private sent = 0
  private socket: WebSocket | undefined

  get acknowledged(): number {
    return this.messages.length + this.feedback.length
  }

  async connect(url: string): Promise<void> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`)
    socket.on('error', () => undefined)
    await once(socket, 'open')
    this.socket = socket
    socket.send(
      JSON.stringify({ type: 'session.open', protocol: 1, agent: { id: 'a' }, client: { name: 't', version: '1' } }),
    )
    socket.on('message', (data) => this.hear(JSON.parse(data.toString())))
    for (const frame of this.unacknowledged.values()) this.transmit(frame)
  }

  disconnect(): void {
    this.socket?.terminate()
  }

  /** Talks until so many more were acknowledged. */
  async talkUntilAcknowledged(more: number): Promise<void> {
    const load = setInterval(() => {
      while (this.unacknowledged.size < AHEAD) this.say()
    }, 1)
    const enough = this.acknowledged + more
    await until(() => this.acknowledged >= enough)
    clearInterval(load)
  }

  /** Says one thing; returns its id. */
  say(): string {
    const i = this.sent++
    const { store, channel, conversationId } = talkOf(i)
    const messageId = `m${i}`
    const where = { store, channel, conversationId, messageId }
    this.send(messageId, { type: 'message.add', ...where, role: 'shopper', text: `第${i}句` })
    return messageId
  }

  private send(id: string, frame: object): void {
    const identified = { ...frame, id }
    this.unacknowledged.set(id, identified)
    this.transmit(identified)
  }

  private transmit(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame))
  }

  private hear({ type, messageId, messageIds, eventId, turnId, code, re }: Heard): void {
    if (type === 'message.ack' && this.unacknowledged.delete(messageId!))
      this.messages.push(Number(messageId!.slice(1)))
    if (type === 'feedback.ack' && this.unacknowledged.delete(eventId!)) this.feedback.push(eventId!)
    if (type === 'error' && code === 'unavailable') this.sendAgain(re!)
    else if (type === 'error') throw new Error(`the gateway answered ${code}`)
    if (type !== 'suggestions.ready') return
    for (const id of messageIds!) this.answered.add(id)
    const id = `f-${turnId}`
    const at = '2026-11-22T10:00:00Z'
    this.send(id, { type: 'feedback.add', eventId: id, turnId, action: 'shown', at })
  }

  private async sendAgain(id: string): Promise<void> {
    this.refusals += 1
    await wait(RETRY_MS)
    const frame = this.unacknowledged.get(id)
    if (frame) this.transmit(frame)
  }
}

const talkOf = (i: number) => ({ store: 'demo', channel: 'web', conversationId: `c${i % CONVERSATIONS}` })

/** Everything that was acknowledged is in the log, once, as it was said. */
export async function expectKept(database: Database, client: LoadClient): Promise<void> {
  expect(new Set(client.messages).size).toBe(client.messages.length)
  const kept = new Map<string, number>()
  const feedback = new Map<string, number>()
  for (let after = 0; ; ) {
    const page = await database.read(after, 1_000)
    for (const { kind, body } of page) {
      const { messageId, eventId, text } = body as { messageId: string; eventId: string; text: string }
      if (kind === 'message') {
        expect(text).toBe(`第${messageId.slice(1)}句`)
        kept.set(messageId, (kept.get(messageId) ?? 0) + 1)
      }
      if (kind === 'feedback') feedback.set(eventId, (feedback.get(eventId) ?? 0) + 1)
    }
    if (page.length === 0) break
    after = page.at(-1)!.n
  }
  expect(client.messages.filter((i) => kept.get(`m${i}`) !== 1)).toEqual([])
  expect(client.feedback.filter((id) => feedback.get(id) !== 1)).toEqual([])
}
