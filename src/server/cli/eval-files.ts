import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { FOREIGN_SETS, type ForeignSet } from '../../insight/index.ts'
import { DATA } from '../engine.ts'
import { UsageError } from './usage-error.ts'

/** The files to measure on, by what they hold. */
export interface EvalFiles {
  readonly labelled: readonly string[]
  /** Messages of other trades, known by the name of their folder. */
  readonly foreign: readonly string[]
  readonly slots: readonly string[]
  readonly continuations: readonly string[]
  readonly bursts: readonly string[]
  readonly manner: readonly string[]
}

const OWN = join(DATA, 'eval')

/** True for a set that is part of the project. */
export function isOwn(file: string): boolean {
  return !relative(OWN, file).startsWith('..')
}

/** The sets that a folder is searched for: `zh-gold.jsonl`, `en-intents-dev.jsonl`, `ko-slots.jsonl`. */
const NAMED = /^(?:zh|en|ko)-(?:gold|intents|slots|continuations|mood)\b.*\.jsonl$/
const JSONL = /\.jsonl$/

/**
 * `paths` are files or folders, taken as they are or below `evalDir`; without any, the project's own sets and those of `evalDir`. A folder
 * stands for its sets, known by their names, the bursts in `bursts/` and the collections of other trades in `real/`.
 * @throws UsageError when a path does not exist or nothing is found.
 */
export async function findEvalFiles(paths: readonly string[], evalDir: string | undefined): Promise<EvalFiles> {
  const wanted = paths.length > 0 ? paths : evalDir ? [OWN, evalDir] : [OWN]
  const found = (await Promise.all(wanted.map((path) => filesOf(path, evalDir)))).flat()
  const files = [...new Set(found.map((file) => resolve(file)))]
  if (files.length === 0) throw new UsageError(`no set in ${wanted.join(', ')}`)
  const byKind = Map.groupBy(files, kindOf)
  const of = (kind: Kind) => byKind.get(kind) ?? []
  return {
    labelled: of('labelled'),
    foreign: of('foreign'),
    slots: of('slots'),
    continuations: of('continuations'),
    bursts: of('bursts'),
    manner: of('mood'),
  }
}

type Kind = 'labelled' | 'foreign' | 'slots' | 'continuations' | 'bursts' | 'mood'

function kindOf(file: string): Kind {
  if (foreignSetOf(file)) return 'foreign'
  if (basename(dirname(file)) === 'bursts') return 'bursts'
  const kind = /^(?:zh|en|ko)-(slots|continuations|mood)\b/.exec(basename(file))?.[1]
  return (kind as Kind | undefined) ?? 'labelled'
}

/** The collection of another trade that a file belongs to. */
export function foreignSetOf(file: string): ForeignSet | undefined {
  return FOREIGN_SETS.find((name) => name === basename(dirname(file)))
}

async function filesOf(path: string, evalDir: string | undefined): Promise<string[]> {
  for (const place of evalDir ? [path, join(evalDir, path)] : [path]) {
    const found = await stat(place).catch(() => undefined)
    if (found?.isFile()) return [place]
    if (found?.isDirectory()) {
      const collections = FOREIGN_SETS.map((set) => filesIn(join(place, 'real', set), JSONL))
      const bursts = filesIn(join(place, 'bursts'), JSONL)
      return (await Promise.all([filesIn(place, NAMED), bursts, ...collections])).flat()
    }
  }
  throw new UsageError(`no such file or folder: ${path}`)
}

/** The files of a folder by name, none when there is no such folder. */
async function filesIn(folder: string, name: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((file) => name.test(file))
    .sort()
    .map((file) => join(folder, file))
}
