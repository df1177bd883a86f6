import { onTestFinished } from 'vitest'
import { openRedisCluster } from '../../../src/server/adapters/cluster-redis.ts'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import type { Role } from '../../../src/server/config.ts'
import type { Database } from '../../../src/server/ports.ts'
import { gatewayUnderTest, type Options, temporaryFolder } from '../gateway-under-test.ts'

/** Gateways of one process over one database, that know of each other only through Redis. */
export async function twoNodes(url: string, options: Options = {}, roles: readonly Role[] = ['gateway', 'gateway']) {
  const opened = await openSqlite(temporaryFolder())
  onTestFinished(() => opened.close())
  // the gateways end before it does
  const database: Database = { ...opened, close: async () => undefined }
  const node = async (role: Role) => {
    const cluster = await openRedisCluster({ url, failed: () => undefined }, options.clock ?? { now: Date.now })
    return gatewayUnderTest({ ...options, cluster, database, role })
  }
  const nodes = await Promise.all(roles.map(node))
  return { nodes, database }
}
