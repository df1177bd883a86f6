import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { report } from './finding.ts'
import { median } from './median.ts'
import { startServer } from './server-process.ts'

// Does a model that stalls slow the suggestions down, and what does one piece of its answer cost? Two real servers, asked in turn in one run.

const MESSAGES = 1_500
/** Every so manieth answer is asked to be rewritten: twenty a second, as hundreds of agents together might. */
const EACH = 10
const PAUSE_MS = 5
const QUESTIONS = ['寄到江苏邮费多少', '什么时候发货', '能便宜点吗', '可以退货吗', '这款有货吗']
const CHUNKED = ['亲，', '您好，', '感谢', '您的', '咨询，', '稍后', '给您', '回复', '哦。']
/** Rewrites whose pieces are timed. */
const REWRITES = 40

let isStalled = false
/** Speaks the streaming protocol, or takes requests and says nothing. */
const endpoint = createServer((request, response) => {
  request.resume()
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
  if (isStalled) return
  const line = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
  for (const content of CHUNKED) response.write(line({ content }, null))
  response.end(`${line({}, 'stop')}data: [DONE]\n\n`)
}).listen(0, '127.0.0.1')
await once(endpoint, 'listening')

const folder = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
const [quietDir, modelDir] = [join(folder, 'off'), join(folder, 'on')]
const off = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: quietDir })
// one training is enough for both
await cp(join(quietDir, 'models'), join(modelDir, 'models'), { recursive: true })
const on = await startServer('../src/server/main.ts', '/readyz', {
  DATA_DIR: modelDir,
  REWRITE_MODEL: 'bench',
  OPENAI_BASE_URL: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`,
})
try {
  const talks = { off: await open(off.port), on: await open(on.port) }
  for (let i = 0; i < REWRITES; i += 1) {
    await ask(talks.off)
    await ask(talks.on, true)
    await sleep(20)
  }
  const figures = await (await fetch(`http://127.0.0.1:${on.port}/metrics`)).text()
  const of = (what: string) =>
    Number(new RegExp(`^huashu_rewrite_chunk_seconds_${what} (\\S+)`, 'm').exec(figures)?.[1])
  const count = of('count')
  const quick = of('bucket\\{le="0.002"\\}')
  const costs = "work per piece of a model's answer"
  report({ question: costs, subject: `mean of ${count}`, value: (of('sum') / count) * 1000, unit: 'ms', target: 2 })
  report({ question: costs, subject: 'within 2 ms', value: quick / count, unit: 'share', target: 0.99 })

  isStalled = true
  const times: Record<'off' | 'on', number[]> = { off: [], on: [] }
  // in turn, so that whatever else the machine does weighs on both alike
  for (let i = 0; i < MESSAGES; i += 1) {
    times.off.push(await ask(talks.off))
    await sleep(PAUSE_MS)
    times.on.push(await ask(talks.on, i % EACH === 0))
    await sleep(PAUSE_MS)
  }
  const question = 'suggestions.ready beside a stalled model'
  const quiet = percentiles(times.off)
  const beside = percentiles(times.on)
  const ratio = quiet.p50 / beside.p50
  report({ question, subject: 'rewriting off', value: quiet.p50, unit: 'ms', ...quiet, times: 'ms' })
  report({
    question,
    subject: 'stalled',
    value: beside.p50,
    unit: 'ms',
    ...beside,
    times: 'ms',
    ratio,
    target: quiet.p50 * 1.1,
  })
} finally {
  await Promise.all([off.stop(), on.stop()])
  endpoint.closeAllConnections()
  endpoint.close()
  await rm(folder, { recursive: true, force: true })
}
// sockets of the clients are still open
process.exit()

interface OpenTalk {
  readonly socket: WebSocket
  count: number
}

async function open(port: number): Promise<OpenTalk> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/stream`)
  await once(socket, 'open')
  const hello = { type: 'session.open', protocol: 1, agent: { id: 'bench' }, client: { name: 'bench', version: '1' } }
  socket.send(JSON.stringify(hello))
  await once(socket, 'message')
  return { socket, count: 0 }
}

/** Writes a message and returns how long it waited for its suggestions; then the first of them may be asked to be rewritten. */
async function ask(talk: OpenTalk, rewrite = false): Promise<number> {
  talk.count += 1
  const text = QUESTIONS[talk.count % QUESTIONS.length]!
  const conversationId = `c${talk.count % 50}`
  const about = { conversationId, messageId: `m${talk.count}`, role: 'shopper', text }
  const begin = performance.now()
  talk.socket.send(JSON.stringify({ type: 'message.add', ...about }))
  const ready = await next(talk.socket, 'suggestions.ready')
  const waited = performance.now() - begin
  const suggestionId = ready.suggestions[0]?.id
  if (rewrite && suggestionId !== undefined) {
    const which = { rewriteId: `r${talk.count}`, conversationId, turnId: ready.turnId, suggestionId }
    talk.socket.send(JSON.stringify({ type: 'rewrite.request', ...which }))
  }
  return waited
}

interface Ready {
  readonly type: string
  readonly turnId: string
  readonly suggestions: readonly { readonly id: string }[]
}

function next(socket: WebSocket, type: string): Promise<Ready> {
  return new Promise((resolve) => {
    const listen = (data: Buffer) => {
      const frame = JSON.parse(data.toString())
      if (frame.type !== type) return
      socket.off('message', listen)
      resolve(frame)
    }
    socket.on('message', listen)
  })
}

function percentiles(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: median(times), p99: sorted[Math.floor(sorted.length * 0.99)]! }
}
