import { HuashuError } from './huashu-error.ts'
import type { Send } from './request.ts'
import type { BatchLine, BatchResult } from './wire.ts'

/** Lines per request: browsers cannot send a body that is still being written, so a batch of any size goes in pieces. */
const LINES = 200
const CHARACTERS = 1_000_000

export type Lines = Iterable<BatchLine> | AsyncIterable<BatchLine>

/**
 * Answers many requests, in their order. Nothing is asked for before the caller wants it: lines are read and sent as fast as results are taken. `line` counts
 * from 1 over the whole batch; a line that cannot be answered carries `error`. @throws HuashuError when the batch as a whole fails, or the signal's reason
 */
export async function* suggestBatch(send: Send, lines: Lines, signal?: AbortSignal): AsyncGenerator<BatchResult> {
  let done = 0
  for await (const piece of piecesOf(lines)) {
    signal?.throwIfAborted()
    const response = await send('v1/suggestions/batch', {
      body: piece.text,
      headers: { 'content-type': 'application/x-ndjson' },
      signal,
    })
    for await (const line of linesOf(response, signal)) {
      const result = JSON.parse(line) as BatchResult
      yield { ...result, line: result.line + done }
      signal?.throwIfAborted()
    }
    done += piece.lines
  }
}

async function* piecesOf(lines: Lines): AsyncGenerator<{ text: string; lines: number }> {
  let piece: string[] = []
  let size = 0
  for await (const line of lines) {
    const text = JSON.stringify(line)
    piece.push(text)
    size += text.length
    if (piece.length < LINES && size < CHARACTERS) continue
    yield { text: piece.join('\n'), lines: piece.length }
    piece = []
    size = 0
  }
  if (piece.length > 0) yield { text: piece.join('\n'), lines: piece.length }
}

async function* linesOf({ body }: Response, signal: AbortSignal | undefined): AsyncGenerator<string> {
  if (!body) return
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        signal?.throwIfAborted()
        throw new HuashuError('unavailable', 'the connection broke in the middle of the answers', { cause })
      })
      if (done) break
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop()!
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    // whoever stops in the middle does not leave the rest to be written into memory
    await reader.cancel().catch(() => undefined)
  }
}
