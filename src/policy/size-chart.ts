import { z } from 'zod'
import { Localised } from './localised.ts'

/** From and to, both included: cm for lengths, kg for weight, years for age. */
const Range = z
  .tuple([z.number().min(0), z.number().positive()])
  .refine(([from, to]) => from <= to, 'a range runs from the smaller to the larger figure')

/** Body measures a chart can ask for, by slot name. */
export const MEASURES = ['height', 'weight', 'age', 'foot_length', 'chest', 'waist', 'hip'] as const
export type Measure = (typeof MEASURES)[number]

const Row = z.strictObject({
  size: z.string().min(1),
  height: Range.optional(),
  weight: Range.optional(),
  age: Range.optional(),
  foot_length: Range.optional(),
  chest: Range.optional(),
  waist: Range.optional(),
  hip: Range.optional(),
})
export type SizeRow = z.infer<typeof Row>

const NEEDS: Record<string, readonly Measure[]> = {
  adult: ['height', 'weight'],
  child: ['height'],
  shoes: ['foot_length'],
  baby: ['weight'],
}

/** The build a cut is made for, by body mass index, and what to say to others: a fitted waist, a loose cut only for the slim (playbook 7.4). */
const Cut = z
  .strictObject({ bmi: Range, why: Localised })
  .meta({ description: 'build by weight in kg over the square of the height in m' })

/** Sizes of another maker by the foot length in cm they are made for. */
const OtherBrand = z.strictObject({
  names: z.array(z.string().min(1)).min(1),
  sizes: z.record(z.string(), z.number().min(8).max(35)),
})

/**
 * Sizes with the body measures they are cut for, smallest first. `bias` says by how many sizes the piece runs large (+) or small (-).
 * `needs` are the measures without which no verdict is given; by default those usual for the kind. `others` lets a shopper's size in another
 * brand's shoes stand for the length of the foot.
 */
export const SizeChart = z
  .strictObject({
    kind: z.enum(['adult', 'child', 'shoes', 'baby']),
    bias: z.number().min(-2).max(2).default(0),
    needs: z.array(z.enum(MEASURES)).min(1).optional(),
    cut: Cut.optional(),
    others: z.array(OtherBrand).default([]),
    rows: z.array(Row).min(1),
  })
  .transform((chart) => ({ ...chart, needs: chart.needs ?? NEEDS[chart.kind]! }))
  .superRefine((chart, ctx) => {
    chart.rows.forEach((row, index) => {
      for (const measure of chart.needs) {
        if (!row[measure])
          ctx.addIssue({
            code: 'custom',
            path: ['rows', index, measure],
            message: `size ${row.size} has no ${measure}`,
            params: { kind: 'missing', value: row.size },
          })
        const before = chart.rows[index - 1]?.[measure]
        if (before && row[measure] && row[measure][0] < before[0])
          ctx.addIssue({
            code: 'custom',
            path: ['rows', index, measure],
            message: 'rows must run from the smallest size up',
            params: { kind: 'unsorted' },
          })
      }
    })
  })
export type SizeChart = z.infer<typeof SizeChart>
