import { z } from 'zod'

/** Rules of the playbook about calls, clocks, figures and acts: no text breaks them. */
const ABOUT_NO_TEXT = 'R78 R91 R92 R93 R94 R100 R102 R104 R107 R108 R109 R110 R111 R112 R113 R114 R115 R116 R117'
/** Rules that law or honesty set: no lead may let a phrase through. The superlatives of R07 are refused where the word lists are known. */
const UNYIELDING = 'R02 R13 R14 R15 R16 R19 R35 R71 R83 R84 R85 R86 R96 R97 R101 R105 R106 R124'

const setOf = (ids: string) => new Set(ids.split(' '))
const aboutNoText = setOf(ABOUT_NO_TEXT)
const unyielding = setOf(UNYIELDING)

const TextRule = z
  .string()
  .regex(/^R(?:0[1-9]|[1-9]\d|1[01]\d|12[0-4])$/, 'no rule of the playbook: R01 to R124')
  .refine((id) => !aboutNoText.has(id), 'not a rule about texts: the guard has nothing to judge by it')

/**
 * What the lead makes of the guard. `raise`: the least level at which a rule speaks. `allow`: one phrase in which a rule is silent, with the reason for
 * whoever reads the file after.
 */
export const GuardPolicy = z.strictObject({
  raise: z
    .record(z.string(), z.enum(['warn', 'block']))
    .default({})
    .superRefine((levels, ctx) => {
      for (const id of Object.keys(levels))
        for (const { message } of TextRule.safeParse(id).error?.issues ?? [])
          ctx.addIssue({ code: 'custom', path: [id], message })
    }),
  allow: z
    .array(
      z.strictObject({
        phrase: z.string().trim().min(2).max(100),
        rule: TextRule.refine((id) => !unyielding.has(id), 'law or honesty sets this rule: no phrase can be allowed'),
        reason: z.string().trim().min(1).max(300),
      }),
    )
    .default([]),
})
export type GuardSettings = z.infer<typeof GuardPolicy>
