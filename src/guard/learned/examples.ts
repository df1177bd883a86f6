import { z } from 'zod'

const Line = z.string().trim().min(1)

/**
 * A file of `data/rules/examples/<locale>`: lines that break a rule, and lines about the same matters that keep it. `none`: lines of every kind
 * that no rule minds.
 */
export const Examples = z
  .strictObject({
    rule: z.union([z.string().regex(/^R\d{2,3}$/), z.literal('none')]),
    breaks: z.array(Line),
    keeps: z.array(Line),
  })
  .refine(({ rule, breaks }) => (rule === 'none') === (breaks.length === 0), 'breaks belong to a rule')
export type Examples = z.infer<typeof Examples>
