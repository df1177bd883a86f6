import type { Connection } from '../adapters/database/connection.ts'
import { createQueries } from '../adapters/database/queries.ts'
import { createMemoryNews } from '../adapters/news-memory.ts'
import { createGoodsDesk } from '../goods/goods-desk.ts'
import { createStockTicker } from '../goods/stock-ticker.ts'
import { createScriptDesk } from '../library/script-desk.ts'
import { createPolicyDesk } from '../policies/policy-desk.ts'
import type { Engine } from '../ports.ts'
import { createVersioned } from '../versioned.ts'

/**
 * Puts what people have edited into use in an engine that serves nobody: scripts and goods as they are now, policies each from its day on. What cannot be read is
 * told on standard error and stays as the files have it.
 */
export async function useEdits(engine: Engine, connection: Connection): Promise<void> {
  const failed = (error: unknown) => process.stderr.write(`${error}\n`)
  const parts = {
    engine,
    database: createQueries(connection),
    news: createMemoryNews(),
    clock: { now: Date.now },
    failed,
  }
  const stock = createStockTicker(parts)
  const versioned = createVersioned(parts)
  const scriptDesk = createScriptDesk({ ...parts, versioned })
  const goodsDesk = createGoodsDesk({ ...parts, versioned, stock })
  const policyDesk = createPolicyDesk({ ...parts, versioned, scriptDesk })
  await stock.open()
  await versioned.open()
  await Promise.all([scriptDesk.settled(), goodsDesk.settled()])
  policyDesk.close()
  await versioned.close()
}
