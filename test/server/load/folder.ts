import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { FileFaults } from '../../../src/server/load/read-yaml.ts'

/** A folder of its own for one test, with these files in it; gone afterwards. */
export async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'huashu-load-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  await write(path, files)
  return path
}

export async function write(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

/** The faults of a load that must fail, as `file:line path: message` with the file relative to the folder. */
export async function faultsOf(directory: string, load: Promise<unknown>): Promise<string[]> {
  const error = await load.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FileFaults)) throw new Error(`expected FileFaults, got ${String(error)}`)
  return error.faults.map(
    ({ file, line, path, message }) =>
      `${file.slice(directory.length + 1).replaceAll('\\', '/')}:${line} ${path}: ${message}`,
  )
}
