import { inflateRawSync } from 'node:zlib'
import { HuashuError } from '../../protocol/index.ts'

/** What a workbook may unfold to: a small file that holds gigabytes of zeros is none that a person has made. */
const UNPACKED_BYTES = 128 * 1_048_576
const FILES = 2_000

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const DEFLATED = 8

/**
 * The XML files of a zip by their names, unfolded within bounds whatever it says of their sizes.
 * @throws HuashuError `bad_request` when it is broken, `too_large` when it unfolds to more than the bounds
 */
export function unzipped(zip: Buffer): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let left = UNPACKED_BYTES
  for (const { name, method, from, packed } of entriesOf(zip)) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const bytes = zip.subarray(from, from + packed)
    const file = method === DEFLATED ? inflated(bytes, left) : bytes
    left -= file.length
    if (left < 0) throw tooLarge()
    files.set(name, file)
  }
  return files
}

const broken = () => new HuashuError('bad_request', 'body: this workbook is broken off')
const tooLarge = () =>
  new HuashuError('too_large', `body: the workbook unfolds to more than ${UNPACKED_BYTES / 1_048_576} MB`)

function inflated(bytes: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(limit, 1) })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken()
  }
}

interface Entry {
  readonly name: string
  readonly method: number
  /** Where its bytes begin, and how many they are. */
  readonly from: number
  readonly packed: number
}

/** The files of a zip by its directory. */
function* entriesOf(zip: Buffer): Generator<Entry> {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw broken()
  const count = zip.readUInt16LE(end + 10)
  if (count > FILES) throw tooLarge()
  let at = zip.readUInt32LE(end + 16)
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw broken()
    const local = zip.readUInt32LE(at + 42)
    if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) throw broken()
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    yield {
      name: zip.toString('utf8', at + 46, nameEnd),
      method: zip.readUInt16LE(at + 10),
      from: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28),
      packed: zip.readUInt32LE(at + 20),
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}
