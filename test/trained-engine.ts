import { join } from 'node:path'
import { createEngine } from '../src/server/engine.ts'
import type { Engine } from '../src/server/ports.ts'

/** Where the models of the shipped data are kept between tests. */
export const trainedDataDir = join(import.meta.dirname, '../node_modules/.cache/huashu-test')

/** The engine with the shipped data; its models are trained once per machine and data, then read from there. */
export function trainedEngine(): Promise<Engine> {
  return createEngine({ dataDir: trainedDataDir })
}
