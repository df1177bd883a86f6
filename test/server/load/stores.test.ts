import { describe, expect, test } from 'vitest'
import { readStore } from '../../../src/server/load/stores.ts'
import { faultsOf, folder } from './folder.ts'

const STORE = 'id: mine\nname: 小店\ntimezone: Asia/Shanghai\ncurrency: CNY\n'
const products = (id: string, price: string | number = 59) =>
  `products:\n  - id: ${id}\n    title: 短袖\n    shortName: 短袖\n    category: clothing\n    price: ${price}\n`

describe('readStore', () => {
  test('reads the policy and the cards of one file or of several', async () => {
    const path = await folder({
      'store.yaml': STORE,
      'products.yaml': products('a'),
      'products/b.yaml': products('b'),
      'products/deep/c.yaml': products('c'),
      'notes.yaml': 'x',
    })
    const { id, store, cards } = await readStore(path, 'folder-name')
    expect(id).toBe('folder-name')
    expect(store.timezone).toBe('Asia/Shanghai')
    expect(cards.map((card) => card.id)).toEqual(['a', 'b'])
  })
  test('may say from which confidence on it answers, as a share', async () => {
    const understanding = (threshold: string) => ({
      'store.yaml': `${STORE}understanding:\n  threshold: ${threshold}\n`,
    })
    expect((await readStore(await folder(understanding('0.62')), 's')).store.understanding).toEqual({ threshold: 0.62 })
    for (const [threshold, says] of [
      ['1.2', /^store\.yaml:6 understanding\.threshold: .*<=1/],
      ['-0.1', /^store\.yaml:6 understanding\.threshold: .*>=0/],
      ['high', /^store\.yaml:6 understanding\.threshold: .*expected number/],
    ] as const) {
      const path = await folder(understanding(threshold))
      expect(await faultsOf(path, readStore(path, 's'))).toEqual([expect.stringMatching(says)])
    }
  })
  test('names trade packs beside its policy, each once', async () => {
    const named = async (packs: string) => readStore(await folder({ 'store.yaml': `${STORE}packs: ${packs}\n` }), 's')
    expect((await named('[shoes, clothing, shoes]')).trades).toEqual(['clothing', 'shoes'])
    expect((await named('[]')).trades).toEqual([])
    const path = await folder({ 'store.yaml': `${STORE}packs: [clothing, 7]\n` })
    expect(await faultsOf(path, readStore(path, 's'))).toEqual([expect.stringMatching(/^store\.yaml:5 packs\.1: /)])
  })
  test('a store without products is one', async () => {
    expect((await readStore(await folder({ 'store.yaml': STORE }), 's')).cards).toEqual([])
  })
  test('tells every fault of every file with its line', async () => {
    const path = await folder({
      'store.yaml': `${STORE}returns:\n  noReasonDays: 3\n`,
      'products/a.yaml': products('a', 'cheap'),
      'products/b.yaml': products('b').replace('clothing', 'hats'),
    })
    const faults = await faultsOf(path, readStore(path, 's'))
    expect(faults).toEqual([
      expect.stringMatching(/^store\.yaml:6 returns\.noReasonDays.*statutory 7 days/),
      expect.stringMatching(/^products\/a\.yaml:6 products\.0\.price:/),
      expect.stringMatching(/^products\/b\.yaml:5 products\.0\.category:/),
    ])
  })
  test('tells what no file shows alone: names of products, zones and regions that are not there', async () => {
    const path = await folder({
      'store.yaml': `${STORE}hotItems: [a, gone]\ncoupons:\n  - &five {id: five, minSpend: 59, amount: 5, when: {from: 2026-01-01, to: 2026-12-31}}\n  - *five\n`,
      'products/a.yaml': `${products('a')}    companions: [{id: lost, why: 好搭}]\n`,
    })
    expect(await faultsOf(path, readStore(path, 's'))).toEqual([
      'store.yaml:8 coupons.1.id: "five" stands here twice',
      'store.yaml:5 hotItems: no product "gone"',
      'products/a.yaml:7 products.0.companions.0.id: no product "lost"',
    ])
  })
  test('a folder without a policy is no store', async () => {
    const path = await folder({ 'products.yaml': products('a') })
    expect(await faultsOf(path, readStore(path, 's'))).toEqual(['store.yaml:1 : no such file'])
  })
})
