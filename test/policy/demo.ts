import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  type Card,
  type Catalogue,
  createCatalogue,
  type Fault,
  parseCards,
  parseStore,
  type Store,
} from '../../src/policy/index.ts'

const ROOT = new URL('../../data/stores/demo/', import.meta.url)

/** The demo store as shipped, read once; faults are for the test that wants none. */
export function readDemo(): { store: Store | undefined; cards: Card[]; faults: Fault[] } {
  const read = (path: string): unknown => parse(readFileSync(new URL(path, ROOT), 'utf8'))
  const { store, faults } = parseStore(read('store.yaml'), 'store')
  const files = readdirSync(new URL('products/', ROOT)).map((file) => parseCards(read(`products/${file}`), file))
  return {
    store,
    cards: files.flatMap((file) => file.cards),
    faults: [...faults, ...files.flatMap((file) => file.faults)],
  }
}

const demo = readDemo()
export const STORE: Store = demo.store!
export const CATALOGUE: Catalogue = createCatalogue(demo.cards)
