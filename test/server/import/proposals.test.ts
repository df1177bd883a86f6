import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { intentsOf, readClauses } from '../../../src/intents/index.ts'
import { proposeFor } from '../../../src/scripts/index.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { trainedEngine } from '../../trained-engine.ts'

let engine: Engine
beforeAll(async () => {
  engine = await trainedEngine()
})

interface Labelled {
  readonly group: string
  readonly text: string
  /** Any of these is right. */
  readonly intents: readonly string[]
}

function labelled(name: string): Labelled[] {
  const text = readFileSync(join(import.meta.dirname, '../../../data/eval', name), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

test('of 300 phrases four in five are proposed an intent that is right, also of those that chose nothing', () => {
  const deps = engine.deps('demo')
  const model = deps.analyse.models.zh
  const read = (given: string) => intentsOf(model, readClauses(model, given))
  const isRight = ({ text, group, intents }: Labelled) =>
    intents.includes(proposeFor(text, group, 'zh', deps.library, read).intents[0]?.name ?? '')
  const all = labelled('zh-phrases.jsonl')
  const held = labelled('zh-phrases-held.jsonl')
  expect(all.length + held.length).toBe(300)
  for (const { intents } of [...all, ...held]) for (const intent of intents) expect(engine.topics).toContain(intent)
  expect(all.filter(isRight).length / all.length).toBeGreaterThanOrEqual(0.8)
  expect(held.filter(isRight).length / held.length).toBeGreaterThanOrEqual(0.8)
})
