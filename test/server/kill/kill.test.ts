import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

const ROUNDS = 10
const CONVERSATIONS = 7
/** Frames sent ahead of their acknowledgements: enough to be killed in the middle of work, on a slow machine too. */
const AHEAD = 200
const talkOf = (i: number) => ({ store: 'demo', channel: 'web', conversationId: `c${i % CONVERSATIONS}` })

async function startChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout!, 'data')
  return { child, url: String(line).trim() }
}

/** Waits for what is bound to come; when it does not, the test's own time limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5)
}

/** What a client has sent and must send again until it is acknowledged. */
class Client {
  readonly unacknowledged = new Map<string, object>()
  readonly messages: number[] = []
  readonly feedback: string[] = []
  private sent = 0

  async connect(url: string): Promise<WebSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`)
    socket.on('error', () => undefined)
    await once(socket, 'open')
    socket.send(
      JSON.stringify({ type: 'session.open', protocol: 1, agent: { id: 'a' }, client: { name: 't', version: '1' } }),
    )
    socket.on('message', (data) => this.hear(JSON.parse(data.toString()), socket))
    for (const frame of this.unacknowledged.values()) socket.send(JSON.stringify(frame))
    return socket
  }

  get acknowledged(): number {
    return this.messages.length + this.feedback.length
  }

  /** Says as much as may be said ahead. */
  talk(socket: WebSocket): void {
    while (this.unacknowledged.size < AHEAD) this.say(socket)
  }

  private say(socket: WebSocket): void {
    const i = this.sent++
    const { store, ...where } = talkOf(i)
    this.send(socket, `m${i}`, {
      type: 'message.add',
      store,
      ...where,
      messageId: `m${i}`,
      role: 'shopper',
      text: `第${i}句`,
    })
  }

  private send(socket: WebSocket, key: string, frame: object): void {
    this.unacknowledged.set(key, frame)
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }

  private hear(
    frame: { type: string; messageId?: string; eventId?: string; turnId?: string },
    socket: WebSocket,
  ): void {
    if (frame.type === 'message.ack' && this.unacknowledged.delete(frame.messageId!))
      this.messages.push(Number(frame.messageId!.slice(1)))
    if (frame.type === 'feedback.ack' && this.unacknowledged.delete(frame.eventId!)) this.feedback.push(frame.eventId!)
    if (frame.type === 'suggestions.ready') {
      const eventId = `f-${frame.turnId}`
      const at = '2026-11-22T10:00:00Z'
      this.send(socket, eventId, { type: 'feedback.add', eventId, turnId: frame.turnId, action: 'shown', at })
    }
  }
}

test('what was acknowledged is there once, after ten kills under load', async () => {
  const dataDir = temporaryFolder()
  const client = new Client()
  for (let round = 0; round < ROUNDS; round += 1) {
    const { child, url } = await startChild(dataDir)
    const socket = await client.connect(url)
    const load = setInterval(() => client.talk(socket), 1)
    const enough = client.acknowledged + 100 + round * 37
    await until(() => client.acknowledged >= enough)
    child.kill('SIGKILL')
    await once(child, 'exit')
    clearInterval(load)
    socket.terminate()
  }
  const { child, url } = await startChild(dataDir)
  const socket = await client.connect(url)
  await until(() => client.unacknowledged.size === 0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  socket.terminate()

  expect(client.messages.length).toBeGreaterThan(200)
  expect(client.feedback.length).toBeGreaterThan(50)
  expect(new Set(client.messages).size).toBe(client.messages.length)
  const db = await openSqlite(dataDir)
  const kept = new Map<string, number>()
  for (let i = 0; i < CONVERSATIONS; i += 1) {
    for (const { body } of await db.conversation(talkOf(i))) {
      const { messageId, text } = body as { messageId: string; text: string }
      expect(text).toBe(`第${messageId.slice(1)}句`)
      kept.set(messageId, (kept.get(messageId) ?? 0) + 1)
    }
  }
  expect(client.messages.filter((i) => kept.get(`m${i}`) !== 1)).toEqual([])
  for (const eventId of client.feedback) {
    const [matched, unmatched] = await Promise.all(
      ['demo', ''].map((store) => db.find(JSON.stringify(['feedback', store, eventId]))),
    )
    expect([eventId, Number(matched !== undefined) + Number(unmatched !== undefined)]).toEqual([eventId, 1])
  }
  await db.close()
}, 120_000)
