import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAccess } from '../../src/server/access.ts'
import { createMemoryCluster } from '../../src/server/adapters/cluster-memory.ts'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { openaiRewriter } from '../../src/server/adapters/rewriter-openai.ts'
import type { ApiKey } from '../../src/server/api-keys.ts'
import { type AppConfig, createApp } from '../../src/server/app.ts'
import type { Role } from '../../src/server/config.ts'
import { createGateway } from '../../src/server/gateway.ts'
import { GATEWAY_LIMITS, type GatewayLimits } from '../../src/server/gateway-limits.ts'
import type { Source } from '../../src/server/ingest/source.ts'
import { createLogger, createMetrics } from '../../src/server/observe.ts'
import type { Cluster, Database, Engine, FoldLog, KeptFold, Pipeline, Rewriter } from '../../src/server/ports.ts'
import type { SignedSites } from '../../src/server/sites/signed-sites.ts'
import { fakeEngine, fakePipeline } from './fake-engine.ts'

export interface Options {
  readonly keys?: readonly ApiKey[]
  readonly config?: Partial<AppConfig>
  readonly dataDir?: string
  /** Of the database's file, in pages of 4 kB: beyond them its disk is full. */
  readonly maxPages?: number
  readonly limits?: (limits: GatewayLimits) => GatewayLimits
  /** Wraps the database, to make it fail. */
  readonly wrap?: (database: Database) => Database
  readonly clock?: { now(): number }
  readonly folds?: readonly KeptFold[]
  /** Instead of the fakes. */
  readonly engine?: Engine
  readonly pipeline?: Pipeline
  readonly rewriter?: Rewriter
  readonly kpiLog?: FoldLog
  readonly learningLog?: FoldLog
  readonly draw?: () => number
  readonly sources?: readonly Source[]
  readonly sites?: SignedSites
  /** With other gateways; else this one is alone. */
  readonly cluster?: Cluster
  readonly role?: Role
  /** One that other gateways use, too. */
  readonly database?: Database
}

export const KEY = 'a-key-for-tests'
export const keyOf = (rest: Partial<ApiKey> = {}, key = KEY): ApiKey => ({
  sha256: hash('sha256', key),
  stores: ['*'],
  roles: ['agent'],
  ...rest,
})

/** A new folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huashu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The gateway with the real database and a fake pipeline; everything it logs is in `logged`. */
export async function gatewayUnderTest(options: Options = {}) {
  const clock = options.clock ?? { now: Date.now }
  const cluster = options.cluster ?? createMemoryCluster(clock)
  const limit = options.maxPages === undefined ? {} : { maxPages: options.maxPages }
  const opened = options.database ?? (await openSqlite(options.dataDir ?? temporaryFolder(), limit))
  const database = options.wrap ? options.wrap(opened) : opened
  const logged: string[] = []
  const gateway = createGateway({
    engine: options.engine ?? fakeEngine(),
    pipeline: options.pipeline ?? fakePipeline,
    database,
    folds: options.folds ?? [],
    ...cluster,
    role: options.role,
    clock,
    access: await createAccess(options.keys, { ...cluster, database, clock }),
    rewriter: options.rewriter,
    openRewriter: openaiRewriter,
    kpiLog: options.kpiLog,
    learningLog: options.learningLog,
    draw: options.draw,
    sources: options.sources,
    sites: options.sites,
    metrics: createMetrics(),
    logger: createLogger('info', { write: (line) => void logged.push(line) }),
    limits: options.limits ? options.limits(GATEWAY_LIMITS) : GATEWAY_LIMITS,
  })
  const config = { host: '127.0.0.1', allowedOrigins: [], tls: undefined, retentionDays: 90, ...options.config }
  const app = await createApp(gateway, config)
  let isClosed = false
  const close = async () => {
    if (!isClosed) await app.close()
    isClosed = true
  }
  onTestFinished(close)
  return { app, gateway, database, logged, close, listen: () => app.listen({ port: 0, host: '127.0.0.1' }) }
}
