import '../src/server/heap.ts'
import { createAccess } from '../src/server/access.ts'
import { createMemoryCluster } from '../src/server/adapters/cluster-memory.ts'
import { createApp } from '../src/server/app.ts'
import { readConfig } from '../src/server/config.ts'
import { createEngine } from '../src/server/engine.ts'
import { createGateway } from '../src/server/gateway.ts'
import { GATEWAY_LIMITS } from '../src/server/gateway-limits.ts'
import { createLogger, createMetrics } from '../src/server/observe.ts'
import { pipeline } from '../src/server/pipeline.ts'
import type { Database } from '../src/server/ports.ts'

// The gateway with a database that keeps nothing: what is left is the cost of everything but the log.

const nothing = async () => undefined
const none = async () => []
const database: Database = {
  append: async (records) => records.map(() => 'appended'),
  conversation: none,
  find: nothing,
  read: none,
  purge: async () => 0,
  saveFold: async () => true,
  fold: nothing,
  foldedUpTo: async () => 0,
  addTasks: async (tasks) => tasks.map(() => true),
  task: nothing,
  tasks: none,
  changeTask: async () => true,
  talksOf: none,
  records: none,
  tasksOf: none,
  erase: async () => ({ places: [], tasks: 0 }),
  saveGrant: nothing,
  grants: none,
  saveDocuments: async (documents) => documents.map(() => true),
  document: nothing,
  documents: none,
  removeDocument: async () => true,
  saveVersions: none,
  versions: none,
  changes: none,
  newestChange: async () => 0,
  close: nothing,
}

const config = readConfig()
const clock = { now: Date.now }
const cluster = createMemoryCluster(clock)
const engine = await createEngine({ dataDir: config.dataDir, storesDir: config.storesDir, corrected: true })
const gateway = createGateway({
  engine,
  pipeline,
  database,
  folds: [],
  ...cluster,
  clock,
  access: await createAccess(undefined, { ...cluster, database, clock }),
  draw: Math.random,
  metrics: createMetrics(),
  logger: createLogger(config.logLevel),
  limits: GATEWAY_LIMITS,
})
const app = await createApp(gateway, config)
await app.listen({ port: config.port, host: config.host })
