import { escapeHtml } from './escape-html.ts'
import type { SetReport } from './evaluate.ts'
import { confusionPlot, familyBars, reliabilityPlot, riskCoveragePlot } from './plots.ts'
import type { Report } from './report.ts'
import { furtherTables, overviewTable, setTables, type Table } from './tables.ts'

/** The report as one page that needs nothing from outside; it follows the reader's dark or light setting. */
export function reportHtml(report: Report): string {
  const note = report.ownSetsOnly
    ? '<p class="note">Only the project’s own sets were measured: no real messages.</p>'
    : '<p class="note">The examples quote the messages that were measured. Do not publish them without a licence.</p>'
  const body = [
    `<h1>Intent evaluation</h1>`,
    note,
    titled('h2', overviewTable(report)),
    ...report.sets.map(section),
    ...furtherTables(report).map((one) => `<section>${titled('h2', one)}</section>`),
    latency(report),
  ].join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Intent evaluation</title><style>${STYLE}</style></head>
<body><main>
${body}
</main></body></html>
`
}

function section(set: SetReport): string {
  const examples = set.worst.map((w) => [w.expected, w.read, w.examples.map(({ text }) => text).join(' ｜ ')])
  return `<section><h2>${escapeHtml(set.name)}</h2>
<div class="row">${figure('Risk and coverage', riskCoveragePlot(set.riskCoverage.curve))}${figure('Calibration', reliabilityPlot(set.calibration))}</div>
<div class="row">${figure('F1 per family', familyBars(set.families))}${figure('Confusion (labels down, readings across)', confusionPlot(set.confusion))}</div>
${setTables(set)
  .map((one) => titled('h3', one))
  .join('\n')}
<h3>Surest mistakes</h3>${table(['label', 'read as', 'examples'], examples)}</section>`
}

function titled(tag: 'h2' | 'h3', { title, says, head, rows }: Table): string {
  return `<${tag}>${title}</${tag}><p>${says}</p>${table(head, rows)}`
}

function latency({ latency: { classify, suggest } }: Report): string {
  const row = (name: string, times: typeof classify) => [
    name,
    ...[times.p50, times.p95, times.p99].map((us) => us.toFixed(0)),
  ]
  return `<section><h2>Latency, µs per message</h2>${table(['step', 'p50', 'p95', 'p99'], [row('classify', classify), row('suggest', suggest)])}</section>`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = (tag: string, row: readonly (string | number)[]) =>
    row.map((cell) => `<${tag}>${escapeHtml(String(cell))}</${tag}>`).join('')
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')
  return `<div class="scroll"><table><thead><tr>${cells('th', head)}</tr></thead><tbody>${body}</tbody></table></div>`
}

function figure(caption: string, svg: string): string {
  return `<figure class="scroll"><figcaption>${caption}</figcaption>${svg}</figure>`
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5b6675;--line:#d5dbe3;--page:#fff;--mark:#2f6fdb;--good:#2f9e6e;--bad:#d9822b}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#37414f;--page:#141a22;--mark:#6ea2ff;--good:#4cc491;--bad:#f0a04b}}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,"Noto Sans CJK SC",sans-serif}
main{max-width:1180px;margin:0 auto;padding:24px}
h2{margin-top:40px;border-top:1px solid var(--line);padding-top:20px}
.row{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
.scroll{overflow-x:auto;max-width:100%}
figure{margin:0}figcaption,.note{color:var(--soft)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:3px 10px;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:500}
svg text{font-size:11px;fill:var(--ink)}.grid{stroke:var(--line)}
.line{fill:none;stroke:var(--mark);stroke-width:2}.bar{fill:var(--mark);fill-opacity:.55}.dot{fill:var(--ink)}
.ideal{stroke:var(--soft);stroke-dasharray:4 4}.hit{fill:var(--good)}.miss{fill:var(--bad)}
`
