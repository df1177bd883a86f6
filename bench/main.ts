import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { textTable } from '../src/insight/index.ts'
import { type Finding, isReached } from './finding.ts'

// Runs every bench in a process of its own, one after the other, and prints one table.

const BENCHES = [
  'pipeline',
  'retrieve',
  'classify',
  'analyse',
  'guard',
  'models',
  'jd-intents',
  'sockets',
  'log',
  'growth',
  'nodes',
  'rewrite',
  'learning',
  'start',
  'kpi',
  'import',
  'goods',
  'search',
  'mine',
  'panel-paint',
  'extension-paint',
]

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const wanted = only === undefined ? BENCHES : only.split(',')
const unknown = wanted.filter((name) => !BENCHES.includes(name))
if (unknown.length > 0) {
  console.error(`--only: ${unknown.join(', ')} is none of ${BENCHES.join(', ')}`)
  process.exit(2)
}

const busy = loadavg()[0]!
const findings: Finding[] = []
for (const name of wanted) {
  process.stderr.write(`${name} …\n`)
  findings.push(...(await runBench(name)))
}
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`
// other work on the same cores makes every figure below worse than it is
console.log(`${machine}, load average before the run ${busy.toFixed(1)}\n`)
console.log(
  textTable(['question', 'subject', 'result', 'target', '', 'p50', 'p99', 'memory', 'ratio'], findings.map(row)),
)

/** A bench writes one JSON line per finding; what libraries print among them is passed over. */
async function runBench(name: string): Promise<Finding[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const found: Finding[] = []
  child.stdout.setEncoding('utf8')
  const ended = once(child, 'close')
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{"question"')) found.push(JSON.parse(line))
  const [code] = await ended
  if (code !== 0) {
    console.error(`${name} failed with code ${code}`)
    process.exitCode = 1
  }
  return found
}

function row(finding: Finding): string[] {
  const reached = isReached(finding)
  const time = (value: number | undefined) => (value === undefined ? '' : `${format(value)} ${finding.times}`)
  return [
    finding.question,
    finding.subject,
    `${format(finding.value)} ${finding.unit}`,
    finding.target === undefined ? '' : format(finding.target),
    reached === undefined ? '' : reached ? 'reached' : 'missed',
    time(finding.p50),
    time(finding.p99),
    finding.memoryMb === undefined ? '' : `${format(finding.memoryMb)} MB`,
    finding.ratio === undefined ? '' : `${format(finding.ratio)} x`,
  ]
}

/** Three figures are all that a run repeats. */
function format(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en')
}
