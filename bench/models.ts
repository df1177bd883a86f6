import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Model } from '../src/intents/index.ts'
import type { Locale } from '../src/protocol/index.ts'
import { DATA } from '../src/server/engine.ts'
import { prepared } from '../src/server/prepared.ts'
import { bytesOf } from './bytes-of.ts'
import { report } from './finding.ts'

// The models as the first start makes them, each in a process of its own, here one after the other: how long training takes and how large they are,
// families and topics together.

const LOCALES: readonly Locale[] = ['zh', 'en', 'ko']
const TRAINING_MS = 10_000
const ALL_MB = 20

const cacheDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
try {
  let inMemory = 0
  for (const locale of LOCALES) {
    const start = performance.now()
    const { value: model } = await prepared<Model>({
      cacheDir,
      name: locale,
      inputs: [],
      task: { kind: 'model', locale, intentsDir: join(DATA, 'intents') },
    })
    const took = performance.now() - start
    report({ question: 'training at first start', subject: locale, value: took, unit: 'ms', target: TRAINING_MS })
    inMemory += bytesOf(model)
  }
  const files = await Promise.all((await readdir(cacheDir)).map((name) => stat(join(cacheDir, name))))
  const onDisk = files.reduce((sum, { size }) => sum + size, 0)
  const size = { question: `models, ${LOCALES.join(' ')}`, unit: 'MB', target: ALL_MB } as const
  report({ ...size, subject: 'in memory', value: inMemory / 1e6 })
  report({ ...size, subject: 'on disk', value: onDisk / 1e6 })
} finally {
  await rm(cacheDir, { recursive: true, force: true })
}
