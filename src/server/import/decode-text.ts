import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A file's bytes as text, and the encoding they were taken to be in: by its mark, else UTF-8 when it is sound, else UTF-16 by its zeros, else GB18030. */
export function decodeText(bytes: Buffer): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes)
  return { text: storable(iconv.decode(bytes, encoding).replace(/^\uFEFF/, '')), encoding }
}

/** What no database keeps is left out: null bytes, and halves of letters become the sign for what cannot be read. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

/** Bytes looked at for the zeros that UTF-16 has beside every Latin letter. */
const LOOKED_AT = 4_096

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  bytes.subarray(0, LOOKED_AT).forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1
  })
  if (zeros[1]! > zeros[0]!) return 'utf-16le'
  if (zeros[0]! > 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}
