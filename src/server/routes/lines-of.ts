/** A line of a stream, counted from 1; `text` is undefined when it was longer than allowed. */
export interface Line {
  readonly number: number
  readonly text: string | undefined
}

const NEWLINE = 0x0a

/** Cuts a byte stream into lines of at most `limit` bytes, holding no more than one of them; empty lines are left out but counted. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let number = 0
  let parts: Buffer[] = []
  let size = 0
  const take = (): Line | undefined => {
    number += 1
    const text = size > limit ? undefined : Buffer.concat(parts).toString().trim()
    parts = []
    size = 0
    return text === '' ? undefined : { number, text }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      size += end - from
      parts.push(chunk.subarray(from, end))
      from = end + 1
      const line = take()
      if (line) yield line
    }
    size += chunk.length - from
    // what is too long to be answered is not kept either
    if (size > limit) parts = []
    else if (from < chunk.length) parts.push(chunk.subarray(from))
  }
  const last = take()
  if (last) yield last
}
