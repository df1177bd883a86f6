import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { report } from './finding.ts'
import { generate } from './generate.ts'
import type { LoadResult } from './load.ts'
import { median } from './median.ts'
import { type ServerProcess, startServer } from './server-process.ts'

// The real server under 500 agents, alone and beside a batch, against the bare transport. Generator and server share the machine.

const RUNS = 5
const LOAD = { sockets: 500, rate: 2_000, warmUpSeconds: 2, seconds: 6 }
/** Half of it, where a process should be kept: what some 2,500 agents at work write (agents.ts). */
const CALM_RATE = LOAD.rate / 2
const BATCH_LINES = 100_000

const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
try {
  const echo = await startServer('echo-server.ts', '/readyz')
  const bare = await measure(echo, true)
  await echo.stop()

  const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir })
  const calm = await measure(server, false, RUNS, CALM_RATE)
  const alone = await measure(server, false)
  const memoryMb = server.memoryMb()
  const batch = startBatch(server.port)
  await sleep(500)
  const beside = await measure(server, false, 1)
  const batchRan = batch.exitCode === null
  batch.kill()
  await server.stop()

  const question = `${LOAD.sockets} sockets, ${LOAD.rate}/s, p99`
  report({ question, subject: 'bare echo', value: bare.p99, unit: 'ms', p50: bare.p50, p99: bare.p99, times: 'ms' })
  report({
    question: `${LOAD.sockets} sockets, ${CALM_RATE}/s, p99`,
    subject: 'huashu',
    value: calm.p99,
    unit: 'ms',
    p50: calm.p50,
    p99: calm.p99,
    times: 'ms',
  })
  const { p50, p99 } = alone
  report({
    question,
    subject: 'huashu',
    value: p99,
    unit: 'ms',
    p50,
    p99,
    times: 'ms',
    ratio: bare.p99 / p99,
    target: 10,
  })
  if (memoryMb !== undefined)
    report({ question: 'resident memory after it', subject: 'huashu', value: memoryMb, unit: 'MB', target: 300 })
  // a batch that was over before the measurement ended did not weigh on all of it
  const subject = batchRan ? 'huashu' : 'huashu (batch ended early)'
  report({
    question: `beside ${BATCH_LINES.toLocaleString('en')} lines, p99`,
    subject,
    value: beside.p99,
    unit: 'ms',
    p50: beside.p50,
    p99: beside.p99,
    times: 'ms',
    target: 20,
  })
  report({
    question: 'lateness of the generator, p99',
    subject: 'all runs',
    value: Math.max(bare.lag, alone.lag, beside.lag),
    unit: 'ms',
  })
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

/** Medians of the runs. */
async function measure(
  { port }: ServerProcess,
  echo: boolean,
  runs = RUNS,
  rate = LOAD.rate,
): Promise<{ p50: number; p99: number; lag: number }> {
  const results: LoadResult[] = []
  for (let run = 0; run < runs; run += 1) {
    const result = await generate({ ...LOAD, rate, port, echo })
    if (result.answered < result.sent)
      process.stderr.write(`${result.sent - result.answered} of ${result.sent} messages were not answered\n`)
    results.push(result)
  }
  const middle = (of: (result: LoadResult) => number) => median(results.map(of))
  return { p50: middle((r) => r.latency.p50), p99: middle((r) => r.latency.p99), lag: middle((r) => r.lag.p99) }
}

function startBatch(port: number): ChildProcess {
  const args = [join(import.meta.dirname, 'batch-load.ts'), String(port), String(BATCH_LINES)]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}
