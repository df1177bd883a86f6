import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { stringify as csv } from 'csv-stringify/sync'
import { z } from 'zod'
import { intentsOf, readClauses } from '../src/intents/index.ts'
import { proposeFor } from '../src/scripts/index.ts'
import { createEngine } from '../src/server/engine.ts'
import { sourceOfBytes } from '../src/server/import/file-source.ts'
import { planImport } from '../src/server/import/import-phrases.ts'
import { readPhrases } from '../src/server/import/read-phrases.ts'
import { findingsIn } from '../src/server/library/script-view.ts'
import { report } from './finding.ts'
import { makeLibrary } from './library.ts'
import { median } from './median.ts'
import { readRows } from './read-rows.ts'

// A file of 10,000 phrases, from its bytes to the report of each row, beside the shipped library; every run has phrases of its own.

const ROWS = 10_000
const RUNS = 5
const NOW = Date.UTC(2026, 10, 22)

const engine = await createEngine({ dataDir: 'var' })
const deps = engine.deps(engine.defaultStore)
const { scripts } = engine.shipped(engine.defaultStore)

const times = { all: [] as number[], read: [] as number[], propose: [] as number[], guard: [] as number[] }
for (let run = 0; run < RUNS; run += 1) {
  const library = makeLibrary(ROWS, engine.topics, scripts, run + 1)
  const phrases = library.map(({ wordings: [wording], intents }, i) => {
    // as another program would have it
    const text = wording!.short.replace(/\{\{[^}]*\}\}/g, '{买家昵称}')
    return [`c${i}`, text, intents[0]!]
  })
  const bytes = Buffer.from(csv([['快捷短语编码', '快捷短语', '快捷短语分组'], ...phrases]))
  const begin = performance.now()
  const file = await readPhrases(sourceOfBytes(bytes))
  const read = performance.now()
  await planImport({ file, deps, standing: () => ({ version: 0, isThere: false }), now: NOW })
  const planned = performance.now()
  times.read.push(read - begin)
  times.all.push(planned - begin)
}

// the two parts of planning that take the time, each by itself on phrases that it has not met
const model = deps.analyse.models.zh
const findings = findingsIn(deps, 'zh', NOW)
for (let run = 0; run < RUNS; run += 1) {
  const library = makeLibrary(ROWS, engine.topics, scripts, RUNS + run + 1)
  const begin = performance.now()
  for (const { wordings } of library)
    proposeFor(wordings[0]!.short, '', 'zh', deps.library, (text) => intentsOf(model, readClauses(model, text)))
  const proposed = performance.now()
  for (const script of library) {
    const { short } = script.wordings[0]!
    findings({ ...script, wordings: [{ open: short, short }] }, undefined)
  }
  times.propose.push(proposed - begin)
  times.guard.push(performance.now() - proposed)
}

const all = median(times.all)
report({ question: 'import of 10,000 phrases', subject: 'to the report', value: all, unit: 'ms', target: 3_000 })
for (const part of ['read', 'propose', 'guard'] as const)
  report({ question: 'import, share of the time', subject: part, value: median(times[part]) / all, unit: 'share' })

/** A phrase that a person has labelled; any of the intents is right. */
const Labelled = z.object({ group: z.string(), text: z.string(), intents: z.array(z.string()) })
for (const name of ['zh-phrases', 'zh-phrases-held']) {
  const labelled = await readRows(join(import.meta.dirname, `../data/eval/${name}.jsonl`), Labelled)
  const right = labelled.filter(({ group, text, intents }) => {
    const found = proposeFor(text, group, 'zh', deps.library, (said) => intentsOf(model, readClauses(model, said)))
    return intents.includes(found.intents[0]?.name ?? '')
  })
  const subject = `${name}, ${labelled.length}`
  report({
    question: 'import: first intent is right',
    subject,
    value: right.length / labelled.length,
    unit: 'share',
    target: 0.8,
  })
}
