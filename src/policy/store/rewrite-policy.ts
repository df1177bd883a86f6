import { z } from 'zod'
import { Tone } from '../../protocol/index.ts'

/**
 * Rewriting by a language model, where the operator has switched it on. `automatic`: the first suggestion of every answer is reworded without being
 * asked for; `tone`: how, when nobody says; `perHour`: how many rewrites the store may start in an hour.
 */
export const RewritePolicy = z.strictObject({
  automatic: z.boolean().default(false),
  tone: Tone.default('store'),
  perHour: z.int().min(0).max(100_000).default(300),
})
