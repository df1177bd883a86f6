import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { FOREIGN_SETS, type ForeignSet } from '../../insight/index.ts'
import { DATA } from '../engine.ts'
import { UsageError } from './usage-error.ts'

/** The files to measure on. */
export interface EvalFiles {
  readonly labelled: readonly string[]
  /** Messages of other trades, known by the name of their folder. */
  readonly foreign: readonly { readonly set: ForeignSet; readonly file: string }[]
  /** True when every file is one of the project's own. */
  readonly ownSetsOnly: boolean
}

const OWN = join(DATA, 'eval')

/**
 * `paths` are files or folders, taken as they are or below `evalDir`; without any, the project's own sets and those of `evalDir`. A folder
 * stands for its `.jsonl` files and for the collections of other trades in `real/`.
 * @throws UsageError when a path does not exist or nothing is found.
 */
export async function findEvalFiles(paths: readonly string[], evalDir: string | undefined): Promise<EvalFiles> {
  const wanted = paths.length > 0 ? paths : evalDir ? [OWN, evalDir] : [OWN]
  const found = (await Promise.all(wanted.map((path) => filesOf(path, evalDir)))).flat()
  const files = [...new Set(found.map((file) => resolve(file)))]
  if (files.length === 0) throw new UsageError(`no .jsonl file in ${wanted.join(', ')}`)
  const foreign = files.flatMap((file) => {
    const set = FOREIGN_SETS.find((name) => name === basename(dirname(file)))
    return set ? [{ set, file }] : []
  })
  return {
    labelled: files.filter((file) => !foreign.some((other) => other.file === file)),
    foreign,
    ownSetsOnly: files.every((file) => !relative(OWN, file).startsWith('..')),
  }
}

async function filesOf(path: string, evalDir: string | undefined): Promise<string[]> {
  for (const place of evalDir ? [path, join(evalDir, path)] : [path]) {
    const found = await stat(place).catch(() => undefined)
    if (found?.isFile()) return [place]
    if (found?.isDirectory()) {
      const collections = FOREIGN_SETS.map((set) => join(place, 'real', set))
      return (await Promise.all([place, ...collections].map(jsonlFiles))).flat()
    }
  }
  throw new UsageError(`no such file or folder: ${path}`)
}

async function jsonlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name))
}
