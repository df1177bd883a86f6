import { isAscii, isUtf8 } from 'node:buffer'
import type { FileSource } from './file-source.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** What stands in a decoded text for bytes that mean nothing in its encoding. */
export const UNREADABLE = '\uFFFD'

/** A file's bytes as text, and the encoding they were taken to be in: by its mark, else UTF-16 by its zeros, else UTF-8 when nearly all of it is, else GB18030. */
export function decodeText(bytes: Buffer): { readonly text: string; readonly encoding: Encoding } {
  const encoding = markedAs(bytes) ?? countedAs(bytes)
  return { text: storable(new TextDecoder(encoding).decode(bytes)), encoding }
}

/** The encoding of a file that is not in memory. */
export async function encodingOf(source: FileSource): Promise<Encoding> {
  const counts = createCounts()
  for await (const chunk of source.chunks()) {
    const marked = counts.isNew() ? markedAs(chunk) : undefined
    if (marked) return marked
    counts.add(chunk)
  }
  return counts.encoding()
}

/** A file as text, in pieces that end between letters. */
export async function* textOf(source: FileSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source.chunks()) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  yield decoder.decode()
}

/** What no database keeps is left out: null bytes, and halves of letters become the sign for what cannot be read. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

/** Bytes looked at for the zeros that UTF-16 has beside every Latin letter. */
const LOOKED_AT = 4_096

function markedAs(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const zeros = [0, 0]
  bytes.subarray(0, LOOKED_AT).forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1
  })
  if (zeros[1]! > zeros[0]!) return 'utf-16le'
  return zeros[0]! > 0 ? 'utf-16be' : undefined
}

/** A few broken letters make no file of another encoding: GB18030 read as UTF-8 is broken at nearly every letter. */
const BROKEN = 0.1

/** Bytes of a letter, on average, where nothing needs to be counted. */
const LETTER = 3

/** Reads bytes as UTF-8 and counts how much of it is none. */
function createCounts() {
  let [letters, broken, bytes] = [0, 0, 0]
  let rest: Buffer = Buffer.alloc(0)
  const count = (part: Buffer) => {
    if (isAscii(part)) return
    if (isUtf8(part)) {
      letters += part.length / LETTER
      return
    }
    for (const letter of new TextDecoder('utf-8').decode(part)) {
      if (letter > '\u007f') letters += 1
      if (letter === UNREADABLE) broken += 1
    }
  }
  return {
    isNew: () => bytes === 0,
    add(chunk: Buffer) {
      bytes += chunk.length
      const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const end = all.length - unfinished(all)
      rest = Buffer.from(all.subarray(end))
      count(all.subarray(0, end))
    },
    encoding(): Encoding {
      count(rest)
      return broken <= letters * BROKEN ? 'utf-8' : 'gb18030'
    },
  }
}

/** How many bytes at the end begin a letter that goes on. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    if (byte < 0x80 || byte >= 0xc0) return needed > back ? back : 0
  }
  return 0
}

function countedAs(bytes: Buffer): Encoding {
  const counts = createCounts()
  counts.add(bytes)
  return counts.encoding()
}
