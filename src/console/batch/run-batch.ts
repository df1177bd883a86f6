import type { Answer, ErrorBody } from '../../protocol/index.ts'
import { call } from '../api.ts'
import type { BatchMessage } from './read-messages.ts'

export type BatchAnswer = Answer | ErrorBody
/** Lines sent at once: often enough for a bar that moves. */
const PIECE = 50

/** Sends the messages in pieces and calls back with the answers of each, in order. @throws ApiError, and what aborts it */
export async function runBatch(
  messages: readonly BatchMessage[],
  every: Readonly<Record<string, unknown>>,
  took: (answers: readonly BatchAnswer[]) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < messages.length; from += PIECE) {
    const body = messages
      .slice(from, from + PIECE)
      .map((message) => JSON.stringify({ ...every, ...message.body }))
      .join('\n')
    const headers = { 'content-type': 'application/x-ndjson' }
    const response = await call('/v1/suggestions/batch', { method: 'POST', body, headers, signal })
    const lines = (await response.text()).trimEnd().split('\n')
    took(lines.map((line) => JSON.parse(line) as BatchAnswer))
  }
}
