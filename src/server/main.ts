import './compile-cache.ts'
import { flushCompileCache } from 'node:module'

// loaded only now, so that it comes out of the cache; written at once, for the processes that a first start begins
const { start } = await import('./start.ts')
flushCompileCache()
await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
