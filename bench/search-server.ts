import { join } from 'node:path'
import { createLibrary } from '../src/scripts/index.ts'
import { createAccess } from '../src/server/access.ts'
import { createMemoryCluster } from '../src/server/adapters/cluster-memory.ts'
import { openSqlite } from '../src/server/adapters/database-sqlite.ts'
import { createApp } from '../src/server/app.ts'
import { createEngine } from '../src/server/engine.ts'
import { createGateway } from '../src/server/gateway.ts'
import { GATEWAY_LIMITS } from '../src/server/gateway-limits.ts'
import { createLogger, createMetrics } from '../src/server/observe.ts'
import { pipeline } from '../src/server/pipeline.ts'
import type { Engine } from '../src/server/ports.ts'
import { shippedScripts, zhTopics } from './inputs.ts'
import { makeLibrary } from './library.ts'

// The service with a seeded library of so many scripts, every hundredth with a short code.

const dataDir = process.env.DATA_DIR!
const [topics, shipped, engine, database] = await Promise.all([
  zhTopics(),
  shippedScripts(),
  createEngine({ dataDir }),
  openSqlite(join(dataDir)),
])
const scripts = makeLibrary(Number(process.env.SCRIPTS), topics, shipped)
const library = createLibrary(
  scripts.map((script, i) => (i % 100 === 0 ? { ...script, code: `k${(i / 100).toString(36)}` } : script)),
)
const seeded: Engine = { ...engine, deps: (store) => ({ ...engine.deps(store), library }) }
const clock = { now: Date.now }
const cluster = createMemoryCluster(clock)
const gateway = createGateway({
  engine: seeded,
  pipeline,
  database,
  folds: [],
  ...cluster,
  clock,
  access: await createAccess(undefined, { ...cluster, database, clock }),
  metrics: createMetrics(),
  logger: createLogger('error'),
  limits: GATEWAY_LIMITS,
})
const app = await createApp(gateway, { host: '127.0.0.1', allowedOrigins: [], tls: undefined, retentionDays: 90 })
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
