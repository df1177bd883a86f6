import { textTable } from '../../insight/index.ts'
import type { ImportReport, ImportRow } from '../../protocol/index.ts'

/** What became of each row of a file, for a terminal. */
export function importTable({ importId, format, encoding, counts, unmapped, rows }: ImportReport): string {
  const table = textTable(['row', 'outcome', 'topic', 'what'], rows.map(lineOf))
  const total = `${counts.new} new, ${counts.draft} drafts, ${counts.same} there already, ${counts.fault} not readable`
  const strange = unmapped.map(({ variable, rows: count }) => `${variable} stands for nothing we know: ${count} rows`)
  const end = importId === undefined ? 'nothing was written' : `import ${importId}`
  return `${[table.trimEnd(), '', `${format}, ${encoding}: ${total}`, ...strange, end].join('\n')}\n`
}

function lineOf({ row, outcome, intents = [], ...rest }: ImportRow): string[] {
  const topic = intents[0] ? `${intents[0].name} ${intents[0].confidence.toFixed(2)}` : ''
  return [String(row), outcome, topic, whatOf(rest)]
}

function whatOf(found: Partial<ImportRow>): string {
  const { sameAs, sameRow, codeOfRow, isOff, unfiled, near, column, message } = found
  const { unmapped = [], leftOut = [], findings = [] } = found
  return [
    ...(message === undefined ? [] : [column === undefined ? message : `${column}: ${message}`]),
    ...(sameRow === undefined ? (sameAs === undefined ? [] : [`as ${sameAs}`]) : [`as row ${sameRow}`]),
    ...(codeOfRow === undefined ? [] : [`its code stands in row ${codeOfRow}, too`]),
    ...(isOff ? ['switched off where it came from'] : []),
    ...(unfiled ? ['unclear what it is about: found by its words only'] : []),
    ...(near ? [`like ${near.scriptId} (${near.likeness.toFixed(2)})`] : []),
    ...(unmapped.length > 0 ? [`unknown: ${unmapped.join(' ')}`] : []),
    ...(leftOut.length > 0 ? [`left out: ${leftOut.join(' ')}`] : []),
    ...findings.map(({ warnings, fixed }) => {
      const { rule, says } = warnings[0]!
      return `${rule} ${says}${fixed === undefined ? '' : ` -> ${fixed}`}`
    }),
  ].join('; ')
}
