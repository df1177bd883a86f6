import { createAccess } from '../../../src/server/access.ts'
import { createMemoryCluster } from '../../../src/server/adapters/cluster-memory.ts'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import { createApp } from '../../../src/server/app.ts'
import { createGateway } from '../../../src/server/gateway.ts'
import { GATEWAY_LIMITS } from '../../../src/server/gateway-limits.ts'
import { createLogger, createMetrics } from '../../../src/server/observe.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { TINY_MODELS } from '../../intents/tiny-models.ts'
import { fakeEngine, fakePipeline } from '../fake-engine.ts'

/** A gateway in a process of its own, to be killed: `node child.ts DATA_DIR|DATABASE_URL` prints its address. It does not outlive who started it. */
process.stdin.resume().on('end', () => process.exit())
const where = process.argv[2]!
const database = await (where.startsWith('postgres:') ? openPostgres(where) : openSqlite(where))
const clock = { now: Date.now }
const cluster = createMemoryCluster(clock)
const fake = fakeEngine()
const engine: Engine = {
  ...fake,
  // phrases that are imported are classified
  deps(id) {
    const deps = fake.deps(id)
    return { ...deps, analyse: { ...deps.analyse, models: TINY_MODELS } }
  },
  topics: [...fake.topics, ...TINY_MODELS.zh.topics],
}
const gateway = createGateway({
  engine,
  pipeline: fakePipeline,
  database,
  folds: [],
  ...cluster,
  clock,
  access: await createAccess(undefined, { ...cluster, database, clock }),
  metrics: createMetrics(),
  logger: createLogger('silent'),
  limits: GATEWAY_LIMITS,
})
const app = await createApp(gateway, { host: '127.0.0.1', allowedOrigins: [], tls: undefined, retentionDays: 90 })
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
