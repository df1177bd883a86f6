import { createEngine } from '../engine.ts'
import type { Engine } from '../ports.ts'
import type { EngineOptions } from './engine-options.ts'

/** The engine of this machine's stores; says so on standard error when a language must be trained first. */
export function openEngine({ dataDir, storesDir }: EngineOptions): Promise<Engine> {
  return createEngine({
    dataDir,
    storesDir,
    training: (locale) => process.stderr.write(`training the ${locale} model, once …\n`),
  })
}
