import { z } from 'zod'
import { Locale } from '../../protocol/index.ts'
import type { Wording } from '../../scripts/index.ts'

/** A wording that is compared, as it was when the trial began. */
export interface Arm extends Wording {
  readonly from: 'wording' | 'draft'
}

/** A comparison of wordings as it stands in the database; times in epoch milliseconds. */
export interface StoredTrial {
  readonly scriptId: string
  readonly locale: Locale
  readonly arms: readonly Arm[]
  readonly margin: number
  readonly startedAt: number
  readonly author: string
  readonly endedAt?: number | undefined
}

const Stored = z.object({
  scriptId: z.string(),
  locale: Locale,
  arms: z.array(z.object({ open: z.string(), short: z.string(), from: z.enum(['wording', 'draft']) })).min(2),
  margin: z.number(),
  startedAt: z.number(),
  author: z.string(),
  endedAt: z.number().optional(),
})

/** Reads a trial that another version of the program may have written. @throws ZodError */
export function trialOf(body: unknown): StoredTrial {
  return Stored.parse(body)
}
