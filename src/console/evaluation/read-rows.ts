/** A labelled message: `right` are the families that count as right, the label's own first. */
export interface LabelledRow {
  readonly text: string
  readonly intent: string
  readonly right: readonly string[]
}

export const familyOf = (intent: string): string => intent.split('.')[0]!

/** Reads JSON lines as `huashu eval` takes them; lines that are no labelled message are named, from 1. */
export function readRows(source: string): { rows: readonly LabelledRow[]; bad: readonly number[] } {
  const rows: LabelledRow[] = []
  const bad: number[] = []
  source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (line.trim() === '') return
      const row = rowOf(line)
      if (row) rows.push(row)
      else bad.push(i + 1)
    })
  return { rows, bad }
}

function rowOf(line: string): LabelledRow | undefined {
  try {
    const { text, intent, alt = [] } = JSON.parse(line) as { text?: unknown; intent?: unknown; alt?: unknown }
    if (typeof text !== 'string' || text.trim() === '' || typeof intent !== 'string' || intent === '') return undefined
    const others = Array.isArray(alt) ? alt.filter((one) => typeof one === 'string') : []
    return { text, intent, right: [...new Set([intent, ...others].map(familyOf))] }
  } catch {
    return undefined
  }
}
