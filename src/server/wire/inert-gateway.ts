import { createAccess } from '../access.ts'
import { createMemoryBus } from '../adapters/bus-memory.ts'
import { printOfLesson } from '../corrections/print-of-lesson.ts'
import { createGateway, GATEWAY_LIMITS, type Gateway } from '../gateway.ts'
import { createLogger, createMetrics } from '../observe.ts'
import { pipeline } from '../pipeline.ts'
import type { Database, Engine } from '../ports.ts'

const NOTHING: Database = {
  append: async (records) => records.map(() => 'appended'),
  conversation: async () => [],
  find: async () => undefined,
  saveGrant: async () => undefined,
  grants: async () => [],
  saveDocuments: async (documents) => documents.map(() => true),
  document: async () => undefined,
  documents: async () => [],
  removeDocument: async () => false,
  purge: async () => 0,
  close: async () => undefined,
}
const NO_STORES: Engine = {
  storeIds: [],
  defaultStore: 'none',
  deps: () => {
    throw new Error('this gateway serves no store')
  },
  topics: [],
  models: { learned: () => printOfLesson([]), learn: async () => ({ isAccepted: true }) },
  teach: () => undefined,
}

/** A gateway that serves nothing and keeps nothing: enough to describe the routes. */
export async function createInertGateway(): Promise<Gateway> {
  const clock = { now: () => 0 }
  return createGateway({
    engine: NO_STORES,
    pipeline,
    database: NOTHING,
    bus: createMemoryBus(),
    clock,
    access: await createAccess(undefined, NOTHING, clock),
    metrics: createMetrics(),
    logger: createLogger('silent'),
    limits: GATEWAY_LIMITS,
  })
}
