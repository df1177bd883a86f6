import type { Push } from '../../ports.ts'

/** What stands before a frame: few letters, it goes with each push. */
interface Header {
  /** The node that made it. */
  readonly o: string
  readonly t: Push['type']
  readonly u: string
  readonly s: number
  readonly a?: Push['asker']
}

const LENGTH_BYTES = 2

/** A push as it goes to other nodes: the length of a JSON header, the header, the frame as it is. */
export function encodePush({ type, turnId, seq, frame, asker }: Push, node: string): Buffer {
  const header: Header = { o: node, t: type, u: turnId, s: seq, ...(asker ? { a: asker } : {}) }
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.allocUnsafe(LENGTH_BYTES)
  length.writeUInt16BE(text.length)
  return Buffer.concat([length, text, frame])
}

export function decodePush(topic: string, bytes: Buffer): { readonly node: string; readonly push: Push } {
  const begin = LENGTH_BYTES + bytes.readUInt16BE()
  const { o, t, u, s, a } = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, begin)) as Header
  return { node: o, push: { topic, type: t, turnId: u, seq: s, frame: bytes.subarray(begin), asker: a } }
}
