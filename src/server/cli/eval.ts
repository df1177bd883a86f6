import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { z } from 'zod'
import {
  evaluate,
  ForeignRow,
  outOfScopeOf,
  parseRows,
  type Report,
  Row,
  reportHtml,
  reportText,
  shortfallsOf,
} from '../../insight/index.ts'
import { detectLocale } from '../../intents/index.ts'
import type { Intent, Locale } from '../../protocol/index.ts'
import { pipeline } from '../pipeline.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { type EvalFiles, findEvalFiles } from './eval-files.ts'
import { measureLatency } from './measure-latency.ts'
import { openEngine } from './open-engine.ts'
import { parseFloors } from './parse-floors.ts'
import { createProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'

interface Options extends EngineOptions {
  readonly evalDir?: string
  readonly report?: string
  readonly json?: boolean
  readonly floor?: string
}

/** `huashu eval`: how well messages are understood, on labelled sets. */
export function addEval(program: Command): void {
  const command = program
    .command('eval [files...]')
    .description('measure how well messages are understood; without files: data/eval and EVAL_DIR')
    .addOption(new Option('--eval-dir <dir>', 'folder of real labelled messages').env('EVAL_DIR'))
    .option('--report <file>', 'also write a page with plots')
    .option('--json', 'print the report as JSON')
    .option('--floor <floors>', 'fail when a set is below, e.g. lenient=0.8,top3=0.88 (also strict, macroF1)')
  withEngineOptions(command).action(run)
}

async function run(paths: string[], options: Options): Promise<void> {
  const floors = options.floor === undefined ? {} : parseFloors(options.floor)
  const report = await measure(await findEvalFiles(paths, options.evalDir), options)
  if (options.report) await writeFile(options.report, reportHtml(report))
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report))
  for (const { set, metric, value, floor } of shortfallsOf(report, floors)) {
    process.stderr.write(`below the floor: ${set} ${metric} ${value.toFixed(3)} < ${floor}\n`)
    process.exitCode = 1
  }
}

async function measure(files: EvalFiles, options: Options): Promise<Report> {
  const sets = await Promise.all(files.labelled.map(async (file) => ({ file, rows: await readRows(file, Row) })))
  const foreign = await Promise.all(
    files.foreign.map(async ({ set, file }) => ({ set, rows: await readRows(file, ForeignRow) })),
  )
  const engine = await openEngine(options)
  const deps = engine.deps(engine.defaultStore)
  const messages = sets.flatMap(({ file, rows }) =>
    rows.map(({ text }) => ({ text, locale: detectLocale(text, localeOf(file)) })),
  )
  const others = foreign.reduce((sum, { rows }) => sum + rows.length, 0)
  const progress = createProgress('measuring', 3 * messages.length + others)
  const predictIn =
    (locale: Locale) =>
    (text: string): readonly Intent[] => {
      progress.tick()
      return pipeline.read(text, [], locale, deps).intents
    }
  const { threshold } = deps.analyse
  const report = {
    sets: sets.map(({ file, rows }) =>
      evaluate(rows, { name: basename(file, '.jsonl'), predict: predictIn(localeOf(file)), threshold }),
    ),
    outOfScope: foreign.map(({ set, rows }) => ({ name: set, ...outOfScopeOf(rows, set, predictIn('en'), threshold) })),
    latency: measureLatency(messages, deps, Date.now(), progress.tick),
    ownSetsOnly: files.ownSetsOnly,
  }
  progress.done()
  return report
}

async function readRows<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>[]> {
  const { rows, faults } = parseRows(await readFile(file, 'utf8'), schema)
  if (faults.length > 0)
    throw new UsageError(faults.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'))
  if (rows.length === 0) throw new UsageError(`${file}: no messages`)
  return rows
}

/** A set's language is the start of its name (`zh-gold.jsonl`); it decides for texts without letters. */
function localeOf(file: string): Locale {
  return (/^(?:zh|en|ko)(?=[-_.])/.exec(basename(file))?.[0] ?? 'zh') as Locale
}
