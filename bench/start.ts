import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './finding.ts'
import { median } from './median.ts'
import { startServer } from './server-process.ts'

// From the start of the process until it can suggest: the very first time, when models are trained, and every other time.

const RUNS = 5

const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
try {
  report({ question: 'ready, very first start', subject: 'huashu', value: await readyMs(), unit: 'ms', target: 12_000 })
  const warm: number[] = []
  for (let run = 0; run < RUNS; run += 1) warm.push(await readyMs())
  report({ question: 'ready, warm start', subject: 'huashu', value: median(warm), unit: 'ms', target: 2_000 })
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

async function readyMs(): Promise<number> {
  const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir })
  await server.stop()
  return server.readyMs
}
