import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgres } from '../test/services/postgres.ts'
import { startRedis } from '../test/services/redis.ts'
import { report } from './finding.ts'
import { generate } from './generate.ts'
import { type ServerProcess, startServer } from './server-process.ts'

// Two gateways against one, over the same Redis and PostgreSQL, on the same machine: each gateway gets half of the agents and of the messages. With two cores for
// gateways, databases and load together this tells what a second node costs, not what it brings on a machine of its own.

const LOAD = { echo: false, sockets: 200, rate: 400, warmUpSeconds: 2, seconds: 8 }

const redis = await startRedis()
const server = await postgres()
const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
try {
  for (const nodes of [1, 2]) {
    const settings = { DATABASE_URL: await server.createDatabase(), REDIS_URL: redis.url, ROLE: 'gateway' }
    const gateways: ServerProcess[] = []
    for (let i = 0; i < nodes; i += 1)
      gateways.push(
        await startServer('../src/server/main.ts', '/readyz', { ...settings, DATA_DIR: join(dataDir, `${i}`) }),
      )
    const share = { ...LOAD, sockets: LOAD.sockets / nodes, rate: LOAD.rate / nodes }
    const before = cpuOf(gateways)
    const results = await Promise.all(gateways.map(({ port }) => generate({ ...share, port })))
    const cpu = (cpuOf(gateways) - before) / (LOAD.rate * (LOAD.seconds + LOAD.warmUpSeconds))
    for (const gateway of gateways) await gateway.stop()
    const question = `${LOAD.rate}/s over ${LOAD.sockets} sockets`
    const subject = nodes === 1 ? 'one gateway' : 'two gateways'
    const p50 = Math.max(...results.map(({ latency }) => latency.p50))
    const p99 = Math.max(...results.map(({ latency }) => latency.p99))
    report({ question, subject, value: p99, unit: 'ms', p50, p99, times: 'ms' })
    report({ question: `${question}, processor per message`, subject, value: cpu * 1e6, unit: 'µs' })
  }
} finally {
  await redis.remove()
  await server.remove()
  await rm(dataDir, { recursive: true, force: true })
}

function cpuOf(gateways: readonly ServerProcess[]): number {
  return gateways.reduce((sum, gateway) => sum + (gateway.cpuSeconds() ?? Number.NaN), 0)
}
