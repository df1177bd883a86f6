import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type RuleLists, unlawfulAllowances } from '../../guard/index.ts'
import { type Card, crossCheck, type Fault, parseCards, parseStore, type Store } from '../../policy/index.ts'
import { type FileFault, FileFaults, parseYaml, readText, refuseFaults } from './read-yaml.ts'

/**
 * A store as its folder describes it: `store.yaml` and `products.yaml` (or `products/*.yaml`). The folder's name is the store's id. `trades` are the packs of
 * scripts that its `packs` names, sorted; which scripts ship with a store is no promise to shoppers, so it stands outside the policy.
 */
export interface StoreFiles {
  readonly id: string
  readonly store: Store
  readonly cards: readonly Card[]
  readonly trades: readonly string[]
}

/**
 * Reads a store's folder.
 * @throws FileFaults with every fault of all its files, each with its line.
 */
export async function readStore(directory: string, id: string): Promise<StoreFiles> {
  const faults: FileFault[] = []
  const policyFile = join(directory, 'store.yaml')
  const policy = await check(policyFile, parseStoreFile, faults)
  const shelves: Checked<ReturnType<typeof parseCards>>[] = []
  for (const file of await productFiles(directory)) {
    const shelf = await check(file, (raw) => parseCards(raw, ''), faults)
    if (shelf) shelves.push(shelf)
  }
  const store = policy?.parsed.store
  if (faults.length > 0 || !store) throw new FileFaults(faults)
  const cards = shelves.flatMap(({ parsed }) => parsed.cards)
  for (const { card, path, message } of crossCheck(store, cards)) {
    const shelf = shelves.find(({ parsed }) => parsed.cards.some(({ id: one }) => one === card))
    const index = shelf?.parsed.cards.findIndex(({ id: one }) => one === card)
    faults.push(shelf ? shelf.placed({ path: `products.${index}.${path}`, message }) : policy.placed({ path, message }))
  }
  if (faults.length > 0) throw new FileFaults(faults)
  return { id, store, cards, trades: policy.parsed.trades }
}

const Trades = z.array(z.string()).default([])

/** A policy and beside it `packs`, the names of trade packs. */
function parseStoreFile(raw: unknown): ReturnType<typeof parseStore> & { trades: readonly string[] } {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  const { packs, ...policy } = isObject ? (raw as Record<string, unknown>) : {}
  const parsed = parseStore(isObject ? policy : raw, '')
  const named = Trades.safeParse(packs)
  if (named.success) return { ...parsed, trades: [...new Set(named.data)].sort() }
  const faults = named.error.issues.map(({ path, message }) => ({ path: ['packs', ...path].join('.'), message }))
  return { ...parsed, faults: [...parsed.faults, ...faults], trades: [] }
}

/** What the law forbids and a lead allows all the same; what the words are stands in the guard's lists, not in the policy. */
export function unlawfulPhrases(store: Store, rules: RuleLists): Fault[] {
  return unlawfulAllowances(store.guard, store.locales, rules).map((index) => ({
    path: `guard.allow.${index}.phrase`,
    message: `the advertising law forbids words in "${store.guard.allow[index]!.phrase}": no phrase can be allowed`,
  }))
}

/**
 * Refuses a store whose lead allows words that the law forbids.
 * @throws FileFaults naming the line of every such phrase.
 */
export async function refuseUnlawful(directory: string, store: Store, rules: RuleLists): Promise<void> {
  await refuseFaults(join(directory, 'store.yaml'), unlawfulPhrases(store, rules))
}

async function productFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true })
  return names
    .filter((name) => /^products(?:\.yaml|[/\\][^/\\]+\.yaml)$/.test(name))
    .sort()
    .map((name) => join(directory, name))
}

/** What a file says, and where in it a fault stands. */
interface Checked<T> {
  readonly parsed: T
  readonly placed: (fault: Fault) => FileFault
}

async function check<T extends { faults: readonly Fault[] }>(
  file: string,
  parse: (raw: unknown) => T,
  faults: FileFault[],
): Promise<Checked<T> | undefined> {
  const text = await readText(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    faults.push({ file, line: 1, path: '', message: 'no such file' })
  })
  if (text === undefined) return undefined
  const { value, lineOf } = parseYaml(text, file)
  const placed = (fault: Fault): FileFault => {
    const path = fault.path.split('.').filter((part) => part !== '')
    const line = lineOf(path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)))
    return { file, line, path: path.join('.'), message: fault.message }
  }
  const parsed = parse(value)
  faults.push(...parsed.faults.map(placed))
  return { parsed, placed }
}
