import { FOREIGN_SETS } from './out-of-scope.ts'
import type { Report } from './report.ts'
import { furtherTables, overviewTable, setTables, type Table } from './tables.ts'

/** Sets of real messages that cannot be shipped; one that is missing is named, so that its figures never go unnoticed. */
const REAL_SETS = ['zh-intents-dev', 'en-intents-dev', ...FOREIGN_SETS]

/**
 * The report as a page to keep under version control: no text of any message, no date and no latency, so that the same model and the same
 * sets give the same page.
 */
export function reportMarkdown(report: Report): string {
  const measured = setsOf(report)
  const absent = REAL_SETS.filter((name) => !measured.some((set) => set.name === name))
  return `${[
    '# Quality',
    'Written by `npm run eval`; not edited by hand. Real messages belong to others: they are measured, never shipped, and none is quoted here.',
    '## Sets',
    markdownTable(
      ['set', 'part of the project', 'size'],
      [
        ...measured.map(({ name, own, size }) => [name, own ? 'yes' : 'no', String(size)]),
        ...absent.map((name) => [name, 'no', ABSENT]),
      ],
    ),
    ...(report.ownSetsOnly
      ? ['Only the project’s own sets were measured; they flatter. Set `EVAL_DIR` for figures on real messages.']
      : []),
    ...tableMarkdown('##', overviewTable(report)),
    ...furtherTables(report).flatMap((table) => tableMarkdown('##', table)),
    ...report.sets.flatMap((set) => [
      `## ${set.name}`,
      ...setTables(set).flatMap((table) => tableMarkdown('###', table)),
    ]),
    ...absent.flatMap((name) => [`## ${name}`, `This set was ${ABSENT}.`]),
  ].join('\n\n')}\n`
}

const ABSENT = 'not present in this run'

/** Every set that was measured, with its messages, talks or bursts. */
function setsOf({ sets, outOfScope, slots, continuations, bursts, manner }: Report) {
  const named = <T extends { name: string; own: boolean }>(list: readonly T[], size: (set: T) => number) =>
    list.map((set) => ({ name: set.name, own: set.own, size: size(set) }))
  return [
    ...named(sets, ({ accuracy }) => accuracy.count),
    ...named(outOfScope, ({ count, skipped }) => count + skipped),
    ...named(slots, ({ messages }) => messages),
    ...named(continuations, ({ talks }) => talks),
    ...named(bursts, ({ bursts }) => bursts),
    ...named(manner, ({ messages }) => messages),
  ]
}

function tableMarkdown(level: string, { title, says, head, rows }: Table): string[] {
  return [`${level} ${title}`, says, rows.length === 0 ? 'None.' : markdownTable(head, rows)]
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
