import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Model } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'

const LOCALES: readonly Locale[] = ['zh', 'en', 'ko']
/** The code whose change makes an old model wrong: it is part of the cache key. */
const TRAINER = [
  'features.ts',
  'normalise.ts',
  'classifier/model.ts',
  'classifier/train.ts',
  'classifier/calibrate.ts',
  'classifier/classify.ts',
]

export interface ModelOptions {
  /** Folder with `topics.yaml` and one folder of utterances per language. */
  readonly intentsDir: string
  /** Where trained models are kept. */
  readonly cacheDir: string
  /** Told once per language that has to be trained. */
  readonly training?: (locale: Locale) => void
}

/**
 * The models of all languages: from the cache when utterances and trainer are unchanged (by content hash), else trained in worker threads,
 * off the event loop, and kept for the next start.
 */
export async function loadModels(options: ModelOptions): Promise<Record<Locale, Model>> {
  const models = await Promise.all(LOCALES.map((locale) => loadModel(locale, options)))
  return Object.fromEntries(LOCALES.map((locale, i) => [locale, models[i]!])) as Record<Locale, Model>
}

async function loadModel(locale: Locale, options: ModelOptions): Promise<Model> {
  const file = `intents-${locale}-${await contentHash(locale, options.intentsDir)}.bin`
  const path = join(options.cacheDir, file)
  const cached = await readFile(path).catch(() => undefined)
  if (cached) return deserialize(cached) as Model
  options.training?.(locale)
  const model = await trainInWorker(locale, options.intentsDir)
  await mkdir(options.cacheDir, { recursive: true })
  for (const old of await readdir(options.cacheDir)) {
    if (old.startsWith(`intents-${locale}-`)) await rm(join(options.cacheDir, old), { force: true })
  }
  // written beside and renamed: a start that is killed leaves no half model behind
  await writeFile(`${path}.part`, serialize(model))
  await rename(`${path}.part`, path)
  return model
}

async function contentHash(locale: Locale, intentsDir: string): Promise<string> {
  const hash = createHash('sha256')
  const utterances = (await readdir(join(intentsDir, locale))).sort().map((name) => join(intentsDir, locale, name))
  const code = TRAINER.map((name) => join(import.meta.dirname, '../intents', name))
  for (const path of [join(intentsDir, 'topics.yaml'), ...utterances, ...code])
    hash.update(await readFile(path)).update('\0')
  return hash.digest('hex').slice(0, 24)
}

function trainInWorker(locale: Locale, intentsDir: string): Promise<Model> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: { locale, intentsDir } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`training of ${locale} ended with code ${code}`)))
  })
}
