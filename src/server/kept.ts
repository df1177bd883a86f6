import { subtle } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { replaceFile } from './replace-file.ts'

const CHECKSUM_BYTES = 32

/** Keeps a value in a file, behind its checksum. One that is killed leaves no half file behind. */
export async function keep(path: string, value: unknown): Promise<void> {
  const bytes = serialize(value)
  await replaceFile(path, Buffer.concat([await checksum(bytes), bytes]))
}

/** The value a file keeps; undefined when there is none or the file is not as `keep` wrote it (cut short, overwritten, of another version). */
export async function readKept<T>(path: string): Promise<T | undefined> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!file) return undefined
  const bytes = file.subarray(CHECKSUM_BYTES)
  if (!(await checksum(bytes)).equals(file.subarray(0, CHECKSUM_BYTES))) return undefined
  try {
    return deserialize(bytes) as T
  } catch {
    // whole, but in a format this version of Node does not read
    return undefined
  }
}

/** Worked out in a thread: a model is read while others are served. */
async function checksum(bytes: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  return Buffer.from(await subtle.digest('SHA-256', bytes))
}
