import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import type { Task } from './prepare-process.ts'

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

/**
 * A result that takes long to make or much memory to make: kept by the hash of what it is made from, made in a process of its own, whose memory goes when
 * it is done. @throws Error with what that process said when it could not.
 */
export async function prepared<T>({ cacheDir, name, inputs, task, making }: PreparedOptions): Promise<T> {
  const path = join(cacheDir, `${name}-${await contentHash(inputs)}.bin`)
  const kept = await read(path)
  if (kept) return deserialize(kept) as T
  making?.()
  await mkdir(cacheDir, { recursive: true })
  await run(task, path)
  for (const old of await readdir(cacheDir)) {
    if (old.startsWith(`${name}-`) && join(cacheDir, old) !== path) await rm(join(cacheDir, old), { force: true })
  }
  return deserialize(await readFile(path)) as T
}

async function read(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
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

function run(task: Task, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'prepare-process.ts')
    const child = spawn(process.execPath, [script, JSON.stringify(task), path], { stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(complaint.trim() || `${task.kind} ended with code ${code}`)),
    )
  })
}
