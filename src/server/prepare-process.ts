import { text } from 'node:stream/consumers'
import { train } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { type Lesson, trainCorrected } from './corrections/train-corrected.ts'
import { keep } from './kept.ts'
import { readTopics, readUtterances } from './load/intents.ts'
import { readPacks } from './load/packs.ts'
import { FileFaults } from './load/read-yaml.ts'

/** What `runTask` can have done. */
export type Task =
  | { readonly kind: 'model'; readonly locale: Locale; readonly intentsDir: string }
  | ({ readonly kind: 'corrected' } & Lesson)
  | { readonly kind: 'packs'; readonly dataDir: string }

/** Does a task, keeps its result and gives what there is to report. */
async function make(task: Task, path: string): Promise<unknown> {
  if (task.kind === 'corrected') return trainCorrected(task, path)
  await keep(path, task.kind === 'packs' ? await readPacks(task.dataDir) : await trained(task.intentsDir, task.locale))
  return undefined
}

async function trained(intentsDir: string, locale: Locale) {
  return train(await readUtterances(intentsDir, locale, await readTopics(intentsDir)), { locale })
}

if (import.meta.main) {
  try {
    const report = await make(JSON.parse(await text(process.stdin)) as Task, process.argv[2]!)
    if (report !== undefined) process.stdout.write(JSON.stringify(report))
  } catch (error) {
    console.error(error instanceof FileFaults ? error.message : error)
    process.exit(1)
  }
}
