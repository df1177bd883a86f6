/** A node in a process of its own: `node child.ts '{"database": …, "redis": …, "role": …, "port": …}'` prints its address. It does not outlive who started it. */
import { createAccess } from '../../../src/server/access.ts'
import { openRedisCluster } from '../../../src/server/adapters/cluster-redis.ts'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { createApp } from '../../../src/server/app.ts'
import type { Role } from '../../../src/server/config.ts'
import { createGateway } from '../../../src/server/gateway.ts'
import { GATEWAY_LIMITS } from '../../../src/server/gateway-limits.ts'
import { createLogger, createMetrics } from '../../../src/server/observe.ts'
import { fakeEngine, fakePipeline } from '../fake-engine.ts'

export interface NodeOptions {
  readonly database: string
  readonly redis: string
  readonly role: Role
  readonly port: number
}

process.stdin.resume().on('end', () => process.exit())
const { database: url, redis, role, port } = JSON.parse(process.argv[2]!) as NodeOptions
const clock = { now: Date.now }
const database = await openPostgres(url)
const cluster = await openRedisCluster({ url: redis, failed: () => undefined }, clock)
const gateway = createGateway({
  engine: fakeEngine(),
  pipeline: fakePipeline,
  database,
  folds: [],
  ...cluster,
  role,
  clock,
  access: await createAccess(undefined, { ...cluster, database, clock }),
  metrics: createMetrics(),
  logger: createLogger('error', process.stderr),
  limits: { ...GATEWAY_LIMITS, requestsPerSecond: 100_000 },
})
const app = await createApp(gateway, {
  host: '127.0.0.1',
  allowedOrigins: [],
  tls: undefined,
  retentionDays: 90,
})
process.on('SIGTERM', () => void app.close().then(() => process.exit()))
console.log(await app.listen({ port, host: '127.0.0.1' }))
