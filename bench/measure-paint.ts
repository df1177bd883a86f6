import { report } from './finding.ts'
import { zhUtterances } from './inputs.ts'
import { makeMessages } from './messages.ts'

const WARM_UP = 20
const MEASURED = 300
/** What an agent does not feel as waiting. */
const TARGET_MS = 60

/**
 * Reports how long agents wait for suggestions: `bubble` shows a shopper's message in a talk of its own and resolves to the milliseconds until the list
 * for it was painted, or to undefined where there is nothing to suggest.
 */
export async function measurePaint(
  subject: string,
  bubble: (talk: string, text: string) => Promise<number | undefined>,
): Promise<void> {
  const times: number[] = []
  for (const [index, text] of makeMessages(WARM_UP + MEASURED, await zhUtterances()).entries()) {
    const ms = await bubble(`talk-${index}`, text)
    if (index >= WARM_UP && ms !== undefined) times.push(ms)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.ceil(times.length * share) - 1]!
  report({
    question: 'bubble to suggestions painted, p95',
    subject: `${subject}, ${times.length} messages`,
    value: at(0.95),
    unit: 'ms',
    p50: at(0.5),
    p99: at(0.99),
    times: 'ms',
    target: TARGET_MS,
  })
}
