/** The guard against sentences written without sight of its lists: what it must find, and what it must leave alone. */
import { beforeAll, describe, expect, test } from 'vitest'
import { GUARD_FILES, judgeRows, readGuardRows, scoreOf } from '../../bench/guard-corpus.ts'
import type { SuggestDeps } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'

const RECALL = 0.98
const FALSE_BLOCKS = 0.01

let deps: SuggestDeps
beforeAll(async () => {
  const engine = await trainedEngine()
  deps = engine.deps(engine.defaultStore)
})

test('every row is sound, no id and no text stands twice', async () => {
  const rows = (await Promise.all(GUARD_FILES.map(readGuardRows))).flat()
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(new Set(rows.map(({ locale, text, messages }) => JSON.stringify([locale, text, messages]))).size).toBe(
    rows.length,
  )
  expect(rows.length).toBeGreaterThanOrEqual(1_500)
})

describe.each(['zh', 'en', 'ko'] as const)('%s', (file) => {
  test('finds what breaks a rule and blocks hardly a clean sentence', async () => {
    const judged = judgeRows(await readGuardRows(file), deps)
    const missed = judged.flatMap(({ row, isFound }) =>
      row.expect === 'pass' || isFound ? [] : [`${row.id} ${row.rules} ${row.text}`],
    )
    const { recall, falseBlocks } = scoreOf(judged)
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(RECALL)
    expect(falseBlocks).toBeLessThanOrEqual(FALSE_BLOCKS)
  })
})
