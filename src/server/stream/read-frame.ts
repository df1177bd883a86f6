import { HuashuError, LIMITS } from '../../protocol/index.ts'
import { parseJson } from '../parse-json.ts'

/** A frame as it came: an object with a type, not yet held against the schema of that type. */
export interface RawFrame {
  readonly type: string
  readonly id?: unknown
  readonly protocol?: unknown
}

/** @throws HuashuError `bad_request`, `too_large` */
export function readFrame(bytes: Buffer, isBinary: boolean): RawFrame {
  if (isBinary) throw new HuashuError('bad_request', 'frame: binary frames are not read; send JSON text')
  if (bytes.length > LIMITS.frameBytes) {
    throw new HuashuError('too_large', `frame: larger than ${LIMITS.frameBytes} bytes`)
  }
  const frame = parseJson(bytes.toString(), 'frame')
  if (typeof frame === 'object' && frame !== null && 'type' in frame && typeof frame.type === 'string') {
    return { ...frame, type: frame.type }
  }
  throw new HuashuError('bad_request', 'frame: one JSON object with a "type" per frame')
}

/** The client's own id of a frame, to be carried back as `re`. */
export function idOf({ id }: RawFrame): string | undefined {
  return typeof id === 'string' ? id.slice(0, LIMITS.idChars) : undefined
}
