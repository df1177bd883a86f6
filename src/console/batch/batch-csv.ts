import { csvOf } from '../csv.ts'
import type { BatchMessage } from './read-messages.ts'
import type { BatchAnswer } from './run-batch.ts'

const SUGGESTIONS = 3

/** The table as a file: the message, what it means, the replies, and what went wrong. */
export function batchCsv(messages: readonly BatchMessage[], answers: readonly BatchAnswer[]): string {
  const replies = Array.from({ length: SUGGESTIONS }, (_, i) => `suggestion_${i + 1}`)
  const heading = ['message', 'intent', 'confidence', 'abstained', ...replies, 'error']
  const rows = answers.map((answer, i) => {
    const { text } = messages[i]!
    if ('error' in answer) return [text, '', '', '', ...replies.map(() => ''), answer.error.message]
    const [intent] = answer.intents
    return [
      text,
      intent?.name ?? '',
      intent ? Number(intent.confidence.toFixed(4)) : '',
      String(answer.abstained),
      ...replies.map((_, at) => answer.suggestions[at]?.text ?? ''),
      '',
    ]
  })
  return csvOf([heading, ...rows])
}
