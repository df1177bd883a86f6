import { performance } from 'node:perf_hooks'
import { BatchResult } from '../src/protocol/index.ts'
import { type AnswerFigures, createAnswerTally } from './answer-tally.ts'

export interface BatchFigures extends AnswerFigures {
  readonly lines: number
  readonly linesPerSecond: number
}

/** Sends texts as one batch, each a chat of its own, and holds every line that comes back against its schema. */
export async function sendBatch(
  url: string,
  texts: readonly string[],
  fault: (what: string) => void,
): Promise<BatchFigures> {
  const tally = createAnswerTally()
  const body = texts
    .map((text, id) => `${JSON.stringify({ id, channel: 'taobao', messages: [{ role: 'shopper', text }] })}\n`)
    .join('')
  const start = performance.now()
  const response = await fetch(`${url}/v1/suggestions/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  })
  const lines = (await response.text()).split('\n').filter(Boolean)
  const seconds = (performance.now() - start) / 1000
  if (!response.ok) fault(`batch: status ${response.status}`)
  if (lines.length !== texts.length) fault(`batch: ${lines.length} lines for ${texts.length}`)
  for (const [i, line] of lines.entries()) {
    const { success, data, error } = BatchResult.safeParse(JSON.parse(line))
    if (!success) fault(`batch line ${i + 1}: ${error.issues[0]?.message}`)
    else if ('error' in data) fault(`batch line ${i + 1}: ${data.error.code} ${data.error.message}`)
    else {
      if (data.id !== i) fault(`batch line ${i + 1}: carries id ${data.id}`)
      const broken = tally.add(data)
      if (broken) fault(`batch line ${i + 1}: ${broken}`)
    }
  }
  return { ...tally.figures(), lines: texts.length, linesPerSecond: texts.length / seconds }
}
