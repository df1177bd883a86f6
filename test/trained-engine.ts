import { join } from 'node:path'
import { createEngine } from '../src/server/engine.ts'
import type { Engine } from '../src/server/ports.ts'

/** The engine with the shipped data; its models are trained once per machine and data, then read from there. */
export function trainedEngine(): Promise<Engine> {
  return createEngine({ dataDir: join(import.meta.dirname, '../node_modules/.cache/huashu-test') })
}
