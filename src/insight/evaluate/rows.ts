import { z } from 'zod'
import { FAMILIES, familyOf } from './families.ts'

const Label = z.string().refine((name) => (FAMILIES as readonly string[]).includes(familyOf(name)), 'unknown family')

/**
 * A labelled message. `intent` is `family` or `family.topic`, `alt` the labels that are also right, `natural` marks rows drawn at random (they
 * keep real frequencies) and `weight` counts such a row several times.
 */
export const Row = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string().min(1),
  intent: Label,
  alt: z.array(Label).default([]),
  source: z.string().optional(),
  natural: z.boolean().default(false),
  weight: z.number().positive().default(1),
})
export type Row = z.infer<typeof Row>

/** A message of another trade: its label is none of ours. Collections of questions with replies say `q` and `label`. */
export const ForeignRow = z.union([
  z.object({ text: z.string().min(1), intent: z.string().min(1) }),
  z
    .object({ q: z.string().min(1), label: z.string().trim().min(1) })
    .transform(({ q, label }) => ({ text: q, intent: label })),
])
export type ForeignRow = z.infer<typeof ForeignRow>

/** What is wrong with one line of a file; lines count from 1. */
export interface LineFault {
  readonly line: number
  readonly message: string
}

/** Reads JSON lines by a schema. Blank lines are skipped; every bad line is named, so that a file is mended in one go. */
export function parseRows<T extends z.ZodType>(text: string, schema: T): { rows: z.output<T>[]; faults: LineFault[] } {
  const rows: z.output<T>[] = []
  const faults: LineFault[] = []
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  lines.forEach((source, index) => {
    if (source.trim() === '') return
    const line = index + 1
    const json = parseJson(source)
    if (json instanceof Error) {
      faults.push({ line, message: `no JSON: ${json.message}` })
      return
    }
    const parsed = schema.safeParse(json)
    if (parsed.success) rows.push(parsed.data)
    else
      for (const issue of parsed.error.issues) faults.push({ line, message: [...issue.path, issue.message].join(': ') })
  })
  return { rows, faults }
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    return error as SyntaxError
  }
}
