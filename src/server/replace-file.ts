import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts a whole file in the place of another, or where none is. Written beside and renamed: who is killed leaves no half file under the name. Processes in
 * containers may share the folder and have the same number.
 */
export async function replaceFile(path: string, data: Uint8Array | string, mode?: number): Promise<void> {
  const beside = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(beside, data, { mode })
  await rename(beside, path)
}
