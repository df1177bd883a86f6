import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readKept } from './kept.ts'
import type { Task } from './prepare-process.ts'
import { runTask } from './run-task.ts'

export interface PreparedOptions {
  readonly cacheDir: string
  /** Name of the result; an older result of the same name is removed. */
  readonly name: string
  /** Files and folders whose content, code included, makes the result. */
  readonly inputs: readonly string[]
  readonly task: Task
  /** Told when the result has to be made. */
  readonly making?: () => void
}

/** A result and the file that keeps it. */
export interface Prepared<T> {
  readonly value: T
  readonly path: string
}

/**
 * A result that takes long to make or much memory to make: kept by the hash of what it is made from, made in a process of its own. A file that cannot be
 * used is made again. @throws Error with what that process said when it could not.
 */
export async function prepared<T>({ cacheDir, name, inputs, task, making }: PreparedOptions): Promise<Prepared<T>> {
  const path = join(cacheDir, `${name}-${await contentHash(inputs)}.bin`)
  const kept = await readKept<T>(path)
  if (kept !== undefined) return { value: kept, path }
  making?.()
  await runTask(task, path)
  await removeOlder(path, `${name}-`)
  const value = await readKept<T>(path)
  if (value === undefined) throw new Error(`${path} cannot be read back: is the disk full or faulty?`)
  return { value, path }
}

/** What another process writes beside it takes no longer. */
const WRITING_MS = 600_000

/** Removes what begins with `prefix` beside `path`, but neither `path` itself nor what another process is just writing. */
export async function removeOlder(path: string, prefix: string): Promise<void> {
  const folder = dirname(path)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || name === basename(path)) continue
    const other = join(folder, name)
    const isWhole = name.endsWith('.bin')
    const age = isWhole ? 0 : Date.now() - ((await stat(other).catch(() => undefined))?.mtimeMs ?? 0)
    if (isWhole || age > WRITING_MS) await rm(other, { force: true })
  }
}

async function contentHash(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesOf(input))
      hash
        .update(file.slice(input.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  }
  return hash.digest('hex').slice(0, 24)
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
