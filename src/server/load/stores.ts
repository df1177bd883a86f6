import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Card, parseCards, parseStore, type Store } from '../../policy/index.ts'
import { type FileFault, FileFaults, parseYaml } from './read-yaml.ts'

/** A store as its folder describes it: `store.yaml` and `products.yaml` (or `products/*.yaml`). The folder's name is the store's id. */
export interface StoreFiles {
  readonly id: string
  readonly store: Store
  readonly cards: readonly Card[]
}

/**
 * Reads a store's folder.
 * @throws FileFaults with every fault of all its files, each with its line.
 */
export async function readStore(directory: string, id: string): Promise<StoreFiles> {
  const faults: FileFault[] = []
  const policyFile = join(directory, 'store.yaml')
  const policy = await check(policyFile, (raw) => parseStore(raw, ''), faults)
  const cards: Card[] = []
  for (const file of await productFiles(directory))
    cards.push(...((await check(file, (raw) => parseCards(raw, ''), faults))?.cards ?? []))
  if (faults.length > 0 || !policy?.store) throw new FileFaults(faults)
  return { id, store: policy.store, cards }
}

/** The folders below `directory`, each a store; none when there is no such folder. */
export async function storeFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function productFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true })
  return names
    .filter((name) => /^products(?:\.yaml|[/\\][^/\\]+\.yaml)$/.test(name))
    .sort()
    .map((name) => join(directory, name))
}

async function check<T extends { faults: readonly { path: string; message: string }[] }>(
  file: string,
  parse: (raw: unknown) => T,
  faults: FileFault[],
): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    faults.push({ file, line: 1, path: '', message: 'no such file' })
  })
  if (text === undefined) return undefined
  const { value, lineOf } = parseYaml(text, file)
  const parsed = parse(value)
  for (const fault of parsed.faults) {
    const path = fault.path.split('.').filter((part) => part !== '')
    faults.push({
      file,
      line: lineOf(path.map((part) => (/^\d+$/.test(part) ? Number(part) : part))),
      path: path.join('.'),
      message: fault.message,
    })
  }
  return parsed
}
