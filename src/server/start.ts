import './heap.ts'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { createAccess } from './access.ts'
import { createMemoryCluster } from './adapters/cluster-memory.ts'
import { openPostgres } from './adapters/database-postgres.ts'
import { openSqlite } from './adapters/database-sqlite.ts'
import { createTimers } from './adapters/jobs-timers.ts'
import { openaiRewriter } from './adapters/rewriter-openai.ts'
import { readApiKeys } from './api-keys.ts'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { createEngine, DATA } from './engine.ts'
import { FOLDS } from './folds.ts'
import { createGateway } from './gateway.ts'
import { GATEWAY_LIMITS } from './gateway-limits.ts'
import { readSources } from './ingest/read-sources.ts'
import { readSites } from './load/sites.ts'
import { createLogger, createMetrics, type Logger } from './observe.ts'
import { pipeline } from './pipeline.ts'
import type { Clock, Cluster, Jobs } from './ports.ts'
import { readOnce } from './read-once.ts'
import { signSites } from './sites/signed-sites.ts'
import { readSitesKey } from './sites/sites-key.ts'

/** How soon a gateway notices what the command line has written. */
const LOOK_MS = 5_000

/** Starts the service and resolves when it answers. */
export async function start(config: Config = readConfig()): Promise<FastifyInstance> {
  const logger = createLogger(config.logLevel)
  const keys = config.apiKeysFile ? await readApiKeys(config.apiKeysFile) : undefined
  const opened = await (config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(config.dataDir))
  const database = { ...opened, read: readOnce(opened.read) }
  const engine = await createEngine({
    dataDir: config.dataDir,
    storesDir: config.storesDir,
    corrected: true,
    training: (locale) => console.log(`first start: learning intents (${locale}) …`),
  })
  const clock = { now: Date.now }
  const cluster = await clusterOf(config, clock, logger)
  const gateway = createGateway({
    engine,
    pipeline,
    database,
    folds: FOLDS,
    ...cluster,
    role: config.role,
    // the command line writes to a PostgreSQL beside gateways
    lookMs: config.databaseUrl ? LOOK_MS : undefined,
    clock,
    access: await createAccess(keys, { ...cluster, database, clock }),
    jobs: await jobsOf(config, clock, logger),
    kpiLog: database,
    learningLog: database,
    sources: await readSources({
      storesDir: config.storesDir,
      storeIds: engine.storeIds,
      secretsFile: config.ingestSecretsFile,
    }),
    sites: signSites(await readSites(join(DATA, 'sites')), await readSitesKey(config.dataDir, config.sitesKeyFile)),
    rewriter: config.rewrite && (await openaiRewriter(config.rewrite)),
    openRewriter: openaiRewriter,
    draw: Math.random,
    metrics: createMetrics(),
    logger,
    limits: GATEWAY_LIMITS,
  })
  const app = await createApp(gateway, config)
  closeWithGrace({ delay: 10_000, logger }, async ({ err }) => {
    if (err) logger.fatal({ err }, 'closing after an error')
    await app.close()
  })
  const url = await app.listen({ port: config.port, host: config.host })
  const what = config.role === 'worker' ? 'at work, its health' : 'ready'
  console.log(`Huashu is ${what} at ${url}${keys ? '' : ' (open mode: no keys, this machine only)'}`)
  if (gateway.ownership.isAlone)
    console.log('Redis cannot be reached: this process goes on alone and joins the others when it can')
  return app
}

// What speaks to Redis is loaded where there is one: it takes 30 MB and a part of the start.

async function clusterOf({ redisUrl }: Config, clock: Clock, logger: Logger): Promise<Cluster> {
  if (!redisUrl) return createMemoryCluster(clock)
  const { openRedisCluster } = await import('./adapters/cluster-redis.ts')
  return openRedisCluster({ url: redisUrl, failed: (err) => logger.warn({ err }, 'Redis cannot be used') }, clock)
}

/** Tasks come up in one process: a gateway beside a worker leaves them to it. */
async function jobsOf({ role, redisUrl }: Config, clock: Clock, logger: Logger): Promise<Jobs | undefined> {
  if (role === 'gateway') return undefined
  if (!redisUrl) return createTimers(clock, logger)
  const { createBullJobs } = await import('./adapters/jobs-bullmq.ts')
  return createBullJobs(redisUrl, clock, logger)
}
