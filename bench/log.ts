import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feedbackPerSecond } from './feedback-rate.ts'
import { report } from './finding.ts'
import { generate } from './generate.ts'
import { median } from './median.ts'
import { startServer } from './server-process.ts'

// What writing everything down costs: the same server with its log on disk and with one that keeps nothing, turn about, under the same load; and how many
// feedback events a second are durable before they are acknowledged.

const RUNS = 5
const LOAD = { echo: false, sockets: 200, rate: 500, warmUpSeconds: 2, seconds: 6 }
/** How much later an answer may come for being written down. */
const MAY_COST_MS = 2
const FEEDBACK = 20_000

const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
try {
  // the servers of a folder run one after the other: one process writes to it
  const logged: number[] = []
  const bare: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    for (const [file, p99s] of [
      ['../src/server/main.ts', logged],
      ['no-log-server.ts', bare],
    ] as const) {
      const server = await startServer(file, '/readyz', { DATA_DIR: dataDir })
      const { latency } = await generate({ ...LOAD, port: server.port })
      p99s.push(latency.p99)
      await server.stop()
    }
  }
  const question = `${LOAD.rate}/s with the log, p99`
  const without = median(bare)
  report({ question, subject: 'nothing kept', value: without, unit: 'ms' })
  report({ question, subject: 'on disk', value: median(logged), unit: 'ms', target: without + MAY_COST_MS })

  const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir })
  const rates: number[] = []
  try {
    for (let run = 0; run < RUNS; run += 1) rates.push(await feedbackPerSecond(server.port, FEEDBACK))
  } finally {
    await server.stop()
  }
  report({ question: 'durable feedback', subject: 'embedded', value: median(rates), unit: 'messages/s', target: 2_000 })
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
