import { join } from 'node:path'
import { learnRules, type RuleLists } from '../../guard/index.ts'
import type { FlatModel } from '../../intents/index.ts'
import type { ClockPreset } from '../../policy/index.ts'
import type { Placed } from '../../scripts/index.ts'
import type { FlowRecord } from '../../suggest/index.ts'
import { readClocks, refuseUnknownClocks } from './clocks.ts'
import { readFlows } from './flows.ts'
import { readTopics, type Topic } from './intents.ts'
import { readExamples, readRules } from './rules.ts'
import { readScripts } from './scripts.ts'
import { readStore, type StoreFiles } from './stores.ts'

/** The store that is always there. */
export const DEMO = 'demo'

/** Everything that ships in `data/` but the utterances. */
export interface Packs {
  readonly topics: readonly Topic[]
  readonly scripts: readonly Placed[]
  readonly flows: readonly FlowRecord[]
  readonly rules: RuleLists
  readonly clocks: readonly ClockPreset[]
  /** What the examples of `data/rules/examples` teach the guard. */
  readonly learned: FlatModel
  readonly demo: StoreFiles
}

/** @throws FileFaults with the line of every fault in the first kind of file that has any. */
export async function readPacks(dataDir: string): Promise<Packs> {
  const demoFolder = join(dataDir, 'stores', DEMO)
  const [topics, scripts, flows, rules, examples, clocks, demo] = await Promise.all([
    readTopics(join(dataDir, 'intents')),
    readScripts(join(dataDir, 'scripts')),
    readFlows(join(dataDir, 'flows')),
    readRules(dataDir),
    readExamples(dataDir),
    readClocks(join(dataDir, 'clocks')),
    readStore(demoFolder, DEMO),
  ])
  await refuseUnknownClocks(demoFolder, demo.store, clocks)
  const replies = scripts
    .filter(({ script }) => script.locale === 'zh')
    .flatMap(({ script }) => script.wordings.flatMap(({ open, short }) => [open, short]))
  return { topics, scripts, flows, rules, learned: learnRules(examples, replies), clocks, demo }
}
