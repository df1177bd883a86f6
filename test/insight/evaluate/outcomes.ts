import { type Outcome, outcomeOf } from '../../../src/insight/evaluate/outcome.ts'
import { Row } from '../../../src/insight/evaluate/rows.ts'

/** An outcome in one line: label, what was read (best first, the first with this confidence), other right labels, row fields. */
export function outcome(
  intent: string,
  reads: readonly string[],
  confidence = 0.5,
  fields: { alt?: string[]; natural?: boolean; weight?: number; source?: string; text?: string } = {},
): Outcome {
  const row = Row.parse({ text: 'x', intent, ...fields })
  return outcomeOf(
    row,
    reads.map((family, i) => ({ name: `${family}.topic`, family, confidence: i === 0 ? confidence : 0.01 })),
  )
}
