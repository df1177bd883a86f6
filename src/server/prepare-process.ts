import { rename, writeFile } from 'node:fs/promises'
import { serialize } from 'node:v8'
import { train } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { readTopics, readUtterances } from './load/intents.ts'
import { readPacks } from './load/packs.ts'
import { FileFaults } from './load/read-yaml.ts'

/** What `prepared` can have made. */
export type Task =
  | { readonly kind: 'model'; readonly locale: Locale; readonly intentsDir: string }
  | { readonly kind: 'packs'; readonly dataDir: string }

async function make(task: Task): Promise<unknown> {
  if (task.kind === 'packs') return readPacks(task.dataDir)
  const { locale, intentsDir } = task
  return train(await readUtterances(intentsDir, locale, await readTopics(intentsDir)), { locale })
}

if (import.meta.main) {
  const [task, path] = process.argv.slice(2) as [string, string]
  try {
    // written beside and renamed: one that is killed leaves no half result behind
    await writeFile(`${path}.${process.pid}`, serialize(await make(JSON.parse(task) as Task)))
    await rename(`${path}.${process.pid}`, path)
  } catch (error) {
    console.error(error instanceof FileFaults ? error.message : error)
    process.exit(1)
  }
}
