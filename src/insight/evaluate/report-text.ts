import type { SetReport } from './evaluate.ts'
import type { Percentiles } from './percentiles.ts'
import type { Report } from './report.ts'
import { furtherTables, overviewTable, setTables, type Table } from './tables.ts'
import { textTable } from './text-table.ts'

/** The report as aligned tables for a terminal; it quotes messages, so it stays there. */
export function reportText(report: Report): string {
  const overview = overviewTable(report)
  const parts = [
    textTable(overview.head, overview.rows),
    ...report.sets.flatMap(setText),
    ...furtherTables(report).map((table) => tableText(`== ${table.title}`, table)),
    latencyText(report.latency),
  ]
  if (report.ownSetsOnly)
    parts.push(
      'Only the project’s own sets were measured. Set EVAL_DIR to a folder of real messages for figures that count.',
    )
  return `${parts.join('\n\n')}\n`
}

function setText(set: SetReport): string[] {
  const tables = setTables(set).filter(({ rows }) => rows.length > 0)
  return [
    `== ${set.name} (${set.accuracy.count} messages)`,
    ...tables.map((table) => tableText(`-- ${table.title}`, table)),
    ...(set.worst.length === 0 ? [] : [examplesText(set)]),
  ]
}

function examplesText({ worst }: SetReport): string {
  return textTable(
    ['label', 'read as', 'surest mistake'],
    worst.map(({ expected, read, examples }) => [expected, read, clip(examples[0]?.text ?? '')]),
  )
}

function tableText(title: string, { says, head, rows }: Table): string {
  return `${title}\n${says}\n\n${textTable(head, rows)}`
}

function latencyText(latency: Report['latency']): string {
  const row = (name: string, times: Percentiles) => [
    name,
    ...[times.p50, times.p95, times.p99].map((us) => us.toFixed(0)),
  ]
  return textTable(
    ['µs per message', 'p50', 'p95', 'p99'],
    [row('classify', latency.classify), row('suggest', latency.suggest)],
  )
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`
}
