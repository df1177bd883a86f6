import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KpiFigures } from '../../../src/protocol/index.ts'
import { readClocks } from '../../../src/server/load/clocks.ts'

const ROOT = join(import.meta.dirname, '../../..')
const docs = readFileSync(join(ROOT, 'docs/kpis.md'), 'utf8')
const tables = docs.split('\n').filter((line) => line.startsWith('|'))

test('docs/kpis.md has a formula for every figure, and no figure that is not there', () => {
  const named = tables
    .filter((line) => !line.includes(' s,'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  expect(named.sort()).toEqual(Object.keys(KpiFigures.shape).sort())
})

test('docs/kpis.md names every clock with its limit', async () => {
  for (const { id, replySec, amberSec } of await readClocks(join(ROOT, 'data/clocks')))
    expect(
      tables.some((line) => line.includes(`\`${id}\``) && line.includes(`| ${replySec} s, amber at ${amberSec} |`)),
      id,
    ).toBe(true)
})
