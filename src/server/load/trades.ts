import { join } from 'node:path'
import type { Placed, Script } from '../../scripts/index.ts'
import { foldersIn } from './folders-in.ts'
import { refuseFaults } from './read-yaml.ts'
import { readScripts } from './scripts.ts'
import type { StoreFiles } from './stores.ts'

/** Where the trade packs stand in `data`: `<name>/<locale>/*.yaml` and the goods a new store starts with, `<name>/products.yaml`. */
export const TRADES = 'packs'

/** The names of the trade packs, sorted. */
export function tradeNames(dataDir: string): Promise<string[]> {
  return foldersIn(join(dataDir, TRADES))
}

/** The scripts of every trade pack. @throws FileFaults */
export async function readTrades(dataDir: string): Promise<Placed[]> {
  const names = await tradeNames(dataDir)
  return (await Promise.all(names.map((name) => readScripts(join(dataDir, TRADES, name))))).flat()
}

/**
 * The scripts of each set of packs that stores name, by `setOf`, before those for everybody: of two that fit equally well the one for the trade is said. Stores
 * that name none have no entry and cost nothing.
 * @throws FileFaults with the line of every name there is no pack of, and with what is wrong in the packs
 */
export async function readTradeSets(
  dataDir: string,
  stores: readonly (StoreFiles & { readonly folder: string })[],
  common: readonly Script[],
): Promise<Map<string, readonly Script[]>> {
  const known = await tradeNames(dataDir)
  const sets = new Map<string, readonly Script[]>()
  for (const store of stores) {
    const unknown = store.trades.filter((name) => !known.includes(name))
    const says = unknown.map((name) => ({ path: 'packs', message: `no pack "${name}": ${known.join(', ')}` }))
    await refuseFaults(join(store.folder, 'store.yaml'), says)
    if (store.trades.length === 0 || sets.has(setOf(store))) continue
    const own = await Promise.all(store.trades.map((name) => readScripts(join(dataDir, TRADES, name))))
    sets.set(setOf(store), [...own.flat().map(({ script }) => script), ...common])
  }
  return sets
}

/** Stores with the same packs share one library. */
export function setOf({ trades }: Pick<StoreFiles, 'trades'>): string {
  return trades.join(',')
}
