import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { StorePolicy } from '../../../src/policy/index.ts'
import { readClocks, refuseUnknownClocks } from '../../../src/server/load/clocks.ts'
import { faultsOf, folder } from './folder.ts'

const clock = (id: string, rest = '') =>
  `id: ${id}\nname: 钟\nsource: own\ndate: 2026-11-22\nverified: true\nreplySec: 60\n${rest}`

describe('readClocks', () => {
  test('reads what ships: every clock says where its figures are from, when, and whether they were checked', async () => {
    const clocks = await readClocks(join(import.meta.dirname, '../../../data/clocks'))
    expect(clocks.map(({ id }) => id)).toEqual(['brisk', 'house', 'jd-dongdong', 'three-minutes'])
    for (const { source, date, verified, channels } of clocks) {
      expect(source).not.toBe('')
      expect(date).toMatch(/^\d{4}-/)
      // a platform's figures stay unverified until somebody held them against the platform
      if (channels.length > 0) expect(verified).toBe(false)
    }
  })
  test.each([
    ['a name that is not its file’s', { 'other.yaml': clock('house') }, /^other\.yaml:1 id: .*house\.yaml/],
    ['no house clock', { 'jd.yaml': clock('jd') }, /^house\.yaml:1 : no such file/],
    [
      'a channel claimed twice',
      { 'a.yaml': clock('a', 'channels: [jd]\n'), 'house.yaml': clock('house', 'channels: [web, jd]\n') },
      /^house\.yaml:7 channels: .*"a" claims/,
    ],
    ['amber after red', { 'house.yaml': clock('house', 'amberSec: 60\n') }, /^house\.yaml:7 amberSec: amber comes/],
    [
      'a band of penalties that is empty',
      { 'house.yaml': clock('house', 'penalties:\n  - {range: [1, 2], from: 0.7, below: 0.7, points: 1}\n') },
      /^house\.yaml:8 penalties\.0\.from/,
    ],
    ['no source', { 'house.yaml': clock('house').replace('source: own\n', '') }, /^house\.yaml:1 source/],
  ])('refuses %s, with the line', async (_, files, says) => {
    const path = await folder(files)
    expect(await faultsOf(path, readClocks(path))).toEqual([expect.stringMatching(says)])
  })
})

test('a store that names a clock there is none of is told the line', async () => {
  const yaml =
    'id: mine\nname: 小店\ntimezone: Asia/Shanghai\ncurrency: CNY\nsla:\n  clock:\n    - {value: house, only: {channel: web}}\n    - {value: gone}\n'
  const path = await folder({ 'store.yaml': yaml })
  const sla = { clock: [{ value: 'house', only: { channel: 'web' } }, { value: 'gone' }] }
  const store = StorePolicy.parse({ id: 'mine', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY', sla })
  const clocks = await readClocks(join(import.meta.dirname, '../../../data/clocks'))
  expect(await faultsOf(path, refuseUnknownClocks(path, store, clocks))).toEqual([
    expect.stringMatching(/^store\.yaml:8 sla\.clock\.1: no clock "gone": brisk, house/),
  ])
})
