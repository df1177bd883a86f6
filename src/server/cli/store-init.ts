import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { DATA } from '../engine.ts'
import { TRADES, tradeNames } from '../load/trades.ts'
import { replaceFile } from '../replace-file.ts'
import { checkNew } from './check-new.ts'
import { storeSkeleton } from './store-skeleton.ts'
import { UsageError } from './usage-error.ts'

/** `huashu store init DIR`: a store that loads as it is, to be filled in. */
export function addStoreInit(store: Command): void {
  store
    .command('init <dir>')
    .description('write a commented store.yaml and products.yaml; the folder’s name is the id of the store')
    .option('--pack <name>', 'scripts and first goods of a trade (data/packs), such as clothing')
    .option('--json', 'print the written files as JSON')
    .action(run)
}

async function run(directory: string, options: { pack?: string; json?: boolean }): Promise<void> {
  const id = basename(resolve(directory))
  if (!/^[\w-]{1,60}$/.test(id)) throw new UsageError(`"${id}" is no store id: letters, digits, - and _, at most 60`)
  const skeleton = await skeletonOf(id, options.pack)
  const files = { 'store.yaml': skeleton.store, 'products.yaml': skeleton.products }
  const written: string[] = []
  for (const [name, text] of Object.entries(files)) {
    const file = join(directory, name)
    checkNew(file)
    await replaceFile(file, text)
    written.push(file)
  }
  process.stdout.write(options.json ? `${JSON.stringify({ id, files: written })}\n` : `${written.join('\n')}\n`)
}

/** @throws UsageError when there is no such pack */
async function skeletonOf(id: string, pack: string | undefined): Promise<{ store: string; products: string }> {
  const skeleton = storeSkeleton(id, pack)
  if (pack === undefined) return skeleton
  const known = await tradeNames(DATA)
  if (!known.includes(pack)) throw new UsageError(`no pack "${pack}": ${known.join(', ')}`)
  return { ...skeleton, products: await readFile(join(DATA, TRADES, pack, 'products.yaml'), 'utf8') }
}
