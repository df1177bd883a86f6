import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createAccess } from '../../src/server/access.ts'
import { createMemoryCluster } from '../../src/server/adapters/cluster-memory.ts'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { openaiRewriter } from '../../src/server/adapters/rewriter-openai.ts'
import type { ApiKey } from '../../src/server/api-keys.ts'
import { createApp } from '../../src/server/app.ts'
import { createGateway, type Gateway } from '../../src/server/gateway.ts'
import { GATEWAY_LIMITS } from '../../src/server/gateway-limits.ts'
import type { Source } from '../../src/server/ingest/source.ts'
import { createLogger, createMetrics } from '../../src/server/observe.ts'
import { pipeline } from '../../src/server/pipeline.ts'
import type { Clock, Engine, Rewriter } from '../../src/server/ports.ts'
import type { SignedSites } from '../../src/server/sites/signed-sites.ts'
import { trainedEngine } from '../trained-engine.ts'

/** The whole service on a free port, in open mode without keys: shipped data, real models, a database of its own; with another engine or clock, webhooks or a rewriter on wish. */
export async function startRealApp(
  options: {
    engine?: Engine
    clock?: Clock
    sources?: readonly Source[]
    allowedOrigins?: readonly string[]
    rewriter?: Rewriter
    sites?: SignedSites
    /** Counts and learns from what happens, too. */
    follows?: boolean
    keys?: readonly ApiKey[]
  } = {},
): Promise<{ url: string; app: FastifyInstance; gateway: Gateway; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'huashu-e2e-'))
  const database = await openSqlite(folder)
  const clock = options.clock ?? { now: Date.now }
  const cluster = createMemoryCluster(clock)
  const gateway = createGateway({
    engine: options.engine ?? (await trainedEngine()),
    pipeline,
    database,
    folds: [],
    ...cluster,
    clock,
    access: await createAccess(options.keys, { ...cluster, database, clock }),
    sources: options.sources,
    rewriter: options.rewriter,
    openRewriter: openaiRewriter,
    sites: options.sites,
    ...(options.follows ? { kpiLog: database, learningLog: database } : {}),
    metrics: createMetrics(),
    logger: createLogger('error'),
    limits: GATEWAY_LIMITS,
  })
  const app = await createApp(gateway, {
    host: '127.0.0.1',
    allowedOrigins: options.allowedOrigins ?? [],
    tls: undefined,
    retentionDays: 90,
  })
  return {
    url: await app.listen({ port: 0, host: '127.0.0.1' }),
    app,
    gateway,
    async close() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
