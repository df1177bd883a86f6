import type { SetReport } from './evaluate.ts'
import { figuresOf, share } from './figures.ts'
import type { Percentiles } from './percentiles.ts'
import type { Report } from './report.ts'
import { textTable } from './text-table.ts'

/** The report as aligned tables for a terminal. */
export function reportText(report: Report): string {
  const parts = [
    textTable(
      ['set', 'messages', 'strict', 'lenient', 'top-3', 'macro-F1', 'families', 'ECE'],
      report.sets.map(overview),
    ),
    ...report.sets.map(setText),
  ]
  if (report.outOfScope.length > 0) parts.push(outOfScopeText(report))
  if (report.slots.length > 0) parts.push(slotsText(report))
  if (report.continuations.length > 0) parts.push(continuationsText(report))
  if (report.bursts.length > 0) parts.push(burstsText(report))
  parts.push(latencyText(report.latency))
  if (report.ownSetsOnly)
    parts.push(
      'Only the project’s own sets were measured. Set EVAL_DIR to a folder of real messages for figures that count.',
    )
  return `${parts.join('\n\n')}\n`
}

function overview(set: SetReport): string[] {
  const { accuracy, macroF1 } = set
  return [
    set.name,
    String(accuracy.count),
    share(accuracy.strict),
    share(accuracy.lenient),
    share(accuracy.top3),
    share(macroF1.present),
    String(macroF1.families),
    share(set.calibration.ece),
  ]
}

function setText(set: SetReport): string {
  const families = set.families.filter((family) => family.support + family.read > 0)
  return [
    `== ${set.name} (${set.accuracy.count} messages)`,
    textTable(['figure', 'value'], figuresOf(set)),
    textTable(
      ['source', 'messages', 'strict', 'lenient', 'top-3'],
      set.sources.map((source) => [
        source.source,
        String(source.count),
        share(source.strict),
        share(source.lenient),
        share(source.top3),
      ]),
    ),
    textTable(
      ['family', 'support', 'read', 'precision', 'recall', 'F1'],
      families.map((f) => [
        f.family,
        String(f.support),
        String(f.read),
        share(f.precision),
        share(f.recall),
        share(f.f1),
      ]),
    ),
    ...(set.worst.length === 0
      ? []
      : [
          textTable(
            ['label', 'read as', 'count', 'surest mistake'],
            set.worst.map((worst) => [
              worst.expected,
              worst.read,
              String(worst.count),
              clip(worst.examples[0]?.text ?? ''),
            ]),
          ),
        ]),
  ].join('\n\n')
}

function outOfScopeText({ outOfScope }: Report): string {
  return titled(
    '== messages of other trades (recall = no answer offered, or read as small talk or other)',
    ['set', 'messages', 'left out', 'recall', 'abstained', 'harmless', 'most often taken for'],
    outOfScope.map((set) => [
      set.name,
      String(set.count),
      String(set.skipped),
      share(set.recall),
      share(set.abstained),
      share(set.harmless),
      set.taken
        .slice(0, 3)
        .map(({ family, count }) => `${family} ${count}`)
        .join(', '),
    ]),
  )
}

function slotsText({ slots }: Report): string {
  return titled(
    '== slot values (right = slot, value, unit and place)',
    ['set', 'messages', 'precision', 'recall', 'F1', 'whole messages', 'most mistakes'],
    slots.map((set) => [
      set.name,
      String(set.messages),
      share(set.precision),
      share(set.recall),
      share(set.f1),
      share(set.whole),
      set.slots
        .slice(0, 4)
        .map(({ slot, missed, invented }) => `${slot} ${missed}+${invented}`)
        .join(', '),
    ]),
  )
}

function continuationsText({ continuations }: Report): string {
  return titled(
    '== bare answers to an agent’s question (right = a reply to what the question was about)',
    ['set', 'talks', 'first', 'top-3', 'slots filled'],
    continuations.map((set) => [set.name, String(set.talks), share(set.first), share(set.top3), share(set.slots)]),
  )
}

function burstsText({ bursts }: Report): string {
  return titled(
    '== bursts (cut = into the right turns; top-3 = and the first intent of a turn is read)',
    ['set', 'bursts', 'cut', 'top-3'],
    bursts.map((set) => [set.name, String(set.bursts), share(set.cut), share(set.top3)]),
  )
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

function titled(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${title}\n\n${textTable(head, rows)}`
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`
}
