import { z } from 'zod'
import type { Entity } from '../../protocol/index.ts'

/** A message with every slot value that a careful reader finds in it. `expects` = what an agent has just asked for, `at` = when it was sent, epoch ms. */
export const SlotRow = z.object({
  id: z.string().optional(),
  text: z.string().min(1),
  slots: z.array(
    z.object({
      slot: z.string(),
      value: z.union([z.string(), z.number()]),
      text: z.string(),
      unit: z.string().optional(),
    }),
  ),
  expects: z.array(z.string()).default([]),
  at: z.number().optional(),
})
export type SlotRow = z.infer<typeof SlotRow>

export interface SlotCount {
  readonly slot: string
  readonly found: number
  readonly missed: number
  readonly invented: number
}

/** Slot values found in a set. A value counts as found when slot, value (whatever its case), unit and the words it stands in are right. */
export interface SlotScores {
  readonly messages: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Messages of which nothing was missed and nothing invented. */
  readonly whole: number
  /** In order of their mistakes, most first. */
  readonly slots: readonly SlotCount[]
}

export function slotScoresOf(rows: readonly SlotRow[], read: (row: SlotRow) => readonly Entity[]): SlotScores {
  const counts = new Map<string, { found: number; missed: number; invented: number }>()
  let whole = 0
  for (const row of rows) {
    const wanted = row.slots.map(keyOf)
    const made = read(row).map(keyOf)
    const missed = wanted.filter((key) => !made.includes(key))
    const invented = made.filter((key) => !wanted.includes(key))
    if (missed.length + invented.length === 0) whole += 1
    for (const key of wanted) countOf(counts, key)[missed.includes(key) ? 'missed' : 'found'] += 1
    for (const key of invented) countOf(counts, key).invented += 1
  }
  const sum = { found: 0, missed: 0, invented: 0 }
  for (const { found, missed, invented } of counts.values()) {
    sum.found += found
    sum.missed += missed
    sum.invented += invented
  }
  const slots = [...counts].map(([slot, count]) => ({ slot, ...count }))
  return {
    messages: rows.length,
    precision: ratio(sum.found, sum.found + sum.invented),
    recall: ratio(sum.found, sum.found + sum.missed),
    f1: ratio(2 * sum.found, 2 * sum.found + sum.missed + sum.invented),
    whole: ratio(whole, rows.length),
    slots: slots.sort((a, b) => b.missed + b.invented - a.missed - a.invented || (a.slot < b.slot ? -1 : 1)),
  }
}

/** `slot` comes first, so that a key tells its slot. */
function keyOf({ slot, value, unit, text }: Pick<Entity, 'slot' | 'value' | 'unit' | 'text'>): string {
  return JSON.stringify([slot, String(value).toLowerCase(), unit ?? '', text])
}

function countOf(counts: Map<string, { found: number; missed: number; invented: number }>, key: string) {
  const slot = (JSON.parse(key) as [string])[0]
  const count = counts.get(slot) ?? { found: 0, missed: 0, invented: 0 }
  counts.set(slot, count)
  return count
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
