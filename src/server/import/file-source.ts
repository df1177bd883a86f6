import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { HuashuError } from '../../protocol/index.ts'
import { createPauses } from '../in-slices.ts'

/** A file that is read from its beginning, in pieces, as often as it takes: it may be larger than memory. */
export interface FileSource {
  /** In bytes. */
  readonly size: number
  chunks(): AsyncIterable<Buffer>
}

const CHUNK = 65_536

/** Bytes that are there already, read beside live conversations. */
export function sourceOfBytes(bytes: Buffer): FileSource {
  return {
    size: bytes.length,
    async *chunks() {
      const pause = createPauses()
      for (let at = 0; at < bytes.length; at += CHUNK) {
        await pause()
        yield bytes.subarray(at, at + CHUNK)
      }
    },
  }
}

/** @throws Error of the file system, also for what is no file */
export async function sourceOfFile(path: string): Promise<FileSource> {
  const found = await stat(path)
  if (!found.isFile()) throw new Error(`${path} is no file`)
  return { size: found.size, chunks: () => createReadStream(path, { highWaterMark: CHUNK }) }
}

/** The first bytes, at most a chunk. */
export async function headOf(source: FileSource): Promise<Buffer> {
  for await (const chunk of source.chunks()) return chunk
  return Buffer.alloc(0)
}

/** The whole of a file whose kind cannot be read in pieces. @throws HuashuError `too_large` before anything is read */
export async function bytesOf(source: FileSource, limit: number, kind: string): Promise<Buffer> {
  checkSize(source.size, limit, kind)
  return Buffer.concat(await Array.fromAsync(source.chunks()))
}

/** @throws HuashuError `too_large` */
export function checkSize(size: number, limit: number, kind: string): void {
  const mb = (bytes: number) => Math.ceil(bytes / 1_048_576)
  if (size > limit)
    throw new HuashuError('too_large', `body: ${kind} of ${mb(size)} MB; ${mb(limit)} MB can be read, split it`)
}
