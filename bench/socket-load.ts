import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { percentilesOf } from '../src/insight/index.ts'
import type { ServerFrame } from '../src/protocol/index.ts'
import { zhUtterances } from './inputs.ts'
import type { Load, LoadResult } from './load.ts'
import { makeMessages } from './messages.ts'

// Open-loop load in a process of its own: messages leave at their time whether or not earlier ones were answered. Each socket is one
// agent with one conversation or several, in which two shopper messages are followed by a line of the agent: what was suggested first, every fourth time that it
// takes a moment.

/** Ids are new in every run: a message known from an earlier one would not be answered again. */
const RUN = process.pid
const load = JSON.parse(process.argv[2]!) as Load
const texts = makeMessages(2_000, await zhUtterances())
const waiting = new Map<string, number>()
const times: number[] = []
const lags: number[] = []
const WAIT = '好的，您稍等一下哦'
const conversations = load.sockets * (load.chats ?? 1)
const turns = new Int32Array(conversations)
/** The newest answer in each conversation, as it came. */
const shown: Buffer[] = []
let serial = 0
let measuring = false
let sent = 0
let answered = 0

const sockets: WebSocket[] = []
for (let i = 0; i < load.sockets; i += 1) sockets.push(await openSocket(i))

await run(load.warmUpSeconds)
measuring = true
await run(load.seconds)
measuring = false
await sleep(1_000)
for (const socket of sockets) socket.terminate()

const result: LoadResult = { sent, answered, latency: percentilesOf(times), lag: percentilesOf(lags) }
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0))

async function openSocket(i: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${load.port}/v1/stream`, { perMessageDeflate: false })
  await once(socket, 'open')
  const agent = { id: `agent-${i}`, name: `客服${i}` }
  socket.send(JSON.stringify({ type: 'session.open', protocol: 1, agent, client: { name: 'bench', version: '1' } }))
  const [first] = (await once(socket, 'message')) as [Buffer]
  const { type } = JSON.parse(first.toString()) as { type: string }
  if (!load.echo && type !== 'session.ready') throw new Error(`refused: ${first.toString()}`)
  socket.on('message', receive)
  return socket
}

/** Looks into a frame without parsing it: the generator should not take from the server the core they share. */
function receive(data: Buffer): void {
  const now = performance.now()
  const head = data.toString('latin1', 0, 64)
  if (head.startsWith('{"type":"error"')) throw new Error(data.toString())
  if (!head.startsWith(load.echo ? '{"type":"message.add"' : '{"type":"suggestions.ready"')) return
  for (const id of idsOf(data)) {
    shown[conversationOf(id)] = data
    const start = waiting.get(id)
    if (start === undefined) continue
    waiting.delete(id)
    answered += 1
    times.push(now - start)
  }
}

/** The ids of the messages that a frame answers, or carries. */
function idsOf(data: Buffer): string[] {
  const field = load.echo ? '"messageId":' : '"messageIds":'
  const start = data.indexOf(field) + field.length
  const end = data.indexOf(load.echo ? ',' : ']', start)
  const ids = JSON.parse(data.toString('latin1', start, load.echo ? end : end + 1)) as string | string[]
  return typeof ids === 'string' ? [ids] : ids
}

/** The last part of a message's id. */
function conversationOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1))
}

async function run(seconds: number): Promise<void> {
  const start = performance.now()
  const total = seconds * load.rate
  for (let i = 0; i < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - start) / 1000) * load.rate))
    for (; i < due; i += 1) send(i, start + (i * 1000) / load.rate)
    await sleep(1)
  }
}

function send(i: number, due: number): void {
  const at = i % conversations
  const turn = turns[at]!
  const byAgent = turn % 3 === 2
  turns[at]! += 1
  serial += 1
  const messageId = `${RUN}-${serial}-${at}`
  const text = byAgent ? lineOf(shown[at], turn % 12 === 11) : texts[serial % texts.length]!
  const now = performance.now()
  if (measuring && !byAgent) {
    waiting.set(messageId, now)
    lags.push(now - due)
    sent += 1
  }
  const where = { channel: 'web', conversationId: `${RUN}-${at}`, messageId }
  sockets[at % sockets.length]!.send(
    JSON.stringify({ type: 'message.add', ...where, role: byAgent ? 'agent' : 'shopper', text }),
  )
}

/** What an agent says who was shown this answer. */
function lineOf(answer: Buffer | undefined, busy: boolean): string {
  if (busy || answer === undefined || load.echo) return WAIT
  const { suggestions } = JSON.parse(answer.toString()) as ServerFrame & { type: 'suggestions.ready' }
  return suggestions[0]?.text ?? WAIT
}
