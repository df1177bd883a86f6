import { join } from 'node:path'
import type { Utterance } from '../src/intents/index.ts'
import type { Script } from '../src/scripts/index.ts'
import { createEngine, DATA } from '../src/server/engine.ts'
import { readTopics, readUtterances } from '../src/server/load/intents.ts'
import { readScripts } from '../src/server/load/scripts.ts'
import type { SuggestDeps } from '../src/suggest/index.ts'

/** Models are kept beside those of a development server, so that a second run need not train. */
export const DATA_DIR = join(import.meta.dirname, '../var')

/** What the demo store's pipeline needs. */
export async function demoDeps(): Promise<SuggestDeps> {
  const engine = await createEngine({ dataDir: DATA_DIR })
  return engine.deps(engine.defaultStore)
}

export async function zhTopics(): Promise<string[]> {
  return (await readTopics(join(DATA, 'intents'))).map((topic) => topic.id)
}

export async function zhUtterances(): Promise<Utterance[]> {
  const directory = join(DATA, 'intents')
  return readUtterances(directory, 'zh', await readTopics(directory))
}

export async function shippedScripts(): Promise<Script[]> {
  return (await readScripts(join(DATA, 'scripts'))).map(({ script }) => script)
}
