import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { report } from './finding.ts'
import { generate } from './generate.ts'
import { median } from './median.ts'
import { startServer } from './server-process.ts'

// A working day in small: agents with eight chats each, a line in every chat each twenty seconds, the server held to one core. Says what the server needs for them:
// time to an answer, share of the core, memory at the beginning and at the end, and what the log grows by.

const { values } = parseArgs({
  options: { agents: { type: 'string', default: '200' }, minutes: { type: 'string', default: '30' } },
})
const agents = Number(values.agents)
const minutes = Number(values.minutes)
const CHATS = 8
const SECONDS_BETWEEN = 20
const WARM_UP_SECONDS = 20
const LOOK_MS = 5_000

const rate = (agents * CHATS) / SECONDS_BETWEEN
const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
// memory as in the image
const settings = { DATA_DIR: dataDir, MALLOC_ARENA_MAX: '1' }
const server = await startServer('../src/server/main.ts', '/readyz', settings, 0)
try {
  const emptyBytes = await bytesIn(dataDir)
  const memory: number[] = []
  const looking = new AbortController()
  const looked = look(memory, looking.signal)
  const cpu = server.cpuSeconds() ?? Number.NaN
  const load = { port: server.port, echo: false, sockets: agents, chats: CHATS, rate }
  const result = await generate({ ...load, warmUpSeconds: WARM_UP_SECONDS, seconds: minutes * 60 }, 1)
  const seconds = minutes * 60 + WARM_UP_SECONDS
  const core = ((server.cpuSeconds() ?? Number.NaN) - cpu) / seconds
  looking.abort()
  await looked
  if (result.answered < result.sent) throw new Error(`${result.sent - result.answered} messages were not answered`)

  const subject = `${agents} agents, ${agents * CHATS} chats`
  const { p50, p99 } = result.latency
  const question = `${Math.round(rate)}/s for ${minutes} min, one core`
  report({ question: `${question}, p99`, subject, value: p99, unit: 'ms', p50, p99, times: 'ms', target: 20 })
  report({ question: 'share of the core', subject, value: core, unit: 'share' })
  // memory grows until caches are full and the collector has seen a load: a fifth in is the beginning
  const fifth = Math.ceil(memory.length / 5)
  const early = median(memory.slice(fifth, 2 * fifth))
  const late = median(memory.slice(-fifth))
  report({ question: 'resident memory, second fifth', subject, value: early, unit: 'MB' })
  report({ question: 'resident memory, last fifth', subject, value: late, unit: 'MB', target: early * 1.1 })
  const grown = ((await bytesIn(dataDir)) - emptyBytes) / 1e6
  report({ question: 'log per 1,000 messages', subject, value: (grown / (rate * seconds)) * 1000, unit: 'MB' })
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function look(memory: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const now = server.memoryMb()
    if (now !== undefined) memory.push(now)
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}
