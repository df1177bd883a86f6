import { createAccess } from '../access.ts'
import { createMemoryCluster } from '../adapters/cluster-memory.ts'
import { printOfLesson } from '../corrections/print-of-lesson.ts'
import { createGateway, type Gateway } from '../gateway.ts'
import { GATEWAY_LIMITS } from '../gateway-limits.ts'
import { createLogger, createMetrics } from '../observe.ts'
import { pipeline } from '../pipeline.ts'
import type { Database, Engine } from '../ports.ts'

const NOTHING: Database = {
  append: async (records) => records.map(() => 'appended'),
  conversation: async () => [],
  find: async () => undefined,
  read: async () => [],
  purge: async () => 0,
  saveFold: async () => true,
  fold: async () => undefined,
  foldedUpTo: async () => 0,
  addTasks: async (tasks) => tasks.map(() => true),
  task: async () => undefined,
  tasks: async () => [],
  changeTask: async () => false,
  talksOf: async () => [],
  records: async () => [],
  tasksOf: async () => [],
  erase: async () => ({ places: [], tasks: 0 }),
  saveGrant: async () => undefined,
  grants: async () => [],
  saveDocuments: async (documents) => documents.map(() => true),
  document: async () => undefined,
  documents: async () => [],
  saveVersions: async () => [],
  versions: async () => [],
  changes: async () => [],
  newestChange: async () => 0,
  removeDocument: async () => false,
  close: async () => undefined,
}
const noStore = () => {
  throw new Error('this gateway serves no store')
}
const NO_STORES: Engine = {
  storeIds: [],
  defaultStore: 'none',
  deps: noStore,
  topics: [],
  clocks: [],
  models: {
    learned: () => printOfLesson([]),
    learn: async () => ({ isAccepted: true }),
    taught: async () => ({ name: '', print: printOfLesson([]), bytes: undefined }),
    adopt: async () => undefined,
  },
  teach: () => undefined,
  tell: () => undefined,
  tryOut: () => undefined,
  shipped: noStore,
  equip: noStore,
  faultsOf: () => [],
}

/** A gateway that serves nothing and keeps nothing: enough to describe the routes. */
export async function createInertGateway(): Promise<Gateway> {
  const clock = { now: () => 0 }
  const cluster = createMemoryCluster(clock)
  return createGateway({
    engine: NO_STORES,
    pipeline,
    database: NOTHING,
    folds: [],
    ...cluster,
    clock,
    access: await createAccess(undefined, { ...cluster, database: NOTHING, clock }),
    metrics: createMetrics(),
    logger: createLogger('silent'),
    limits: GATEWAY_LIMITS,
  })
}
