import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { z } from 'zod'
import {
  BurstRow,
  burstScoresOf,
  ContinuationRow,
  continuationScoresOf,
  evaluate,
  ForeignRow,
  outOfScopeOf,
  parseRows,
  type Report,
  Row,
  reportHtml,
  reportText,
  SlotRow,
  shortfallsOf,
  slotScoresOf,
} from '../../insight/index.ts'
import { detectLocale } from '../../intents/index.ts'
import type { Intent, Locale } from '../../protocol/index.ts'
import { pipeline } from '../pipeline.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { type EvalFiles, findEvalFiles, foreignSetOf } from './eval-files.ts'
import { measureLatency } from './measure-latency.ts'
import { goOn, readBurst, readSlots } from './measure-talks.ts'
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
  const read = <T extends z.ZodType>(paths: readonly string[], schema: T) =>
    Promise.all(paths.map(async (file) => ({ file, locale: localeOf(file), rows: await readRows(file, schema) })))
  const labelled = await read(files.labelled, Row)
  const foreign = await read(files.foreign, ForeignRow)
  const slots = await read(files.slots, SlotRow)
  const continuations = await read(files.continuations, ContinuationRow)
  const bursts = await read(files.bursts, BurstRow)

  const engine = await openEngine(options)
  const deps = engine.deps(engine.defaultStore)
  const messages = labelled.flatMap(({ locale, rows }) =>
    rows.map(({ text }) => ({ text, locale: detectLocale(text, locale) })),
  )
  const once = [foreign, slots, continuations, bursts].flat().reduce((sum, { rows }) => sum + rows.length, 0)
  const progress = createProgress('measuring', 3 * messages.length + once)
  const ticking =
    <A, B>(work: (input: A) => B) =>
    (input: A): B => {
      progress.tick()
      return work(input)
    }
  const predictIn = (locale: Locale) =>
    ticking((text: string): readonly Intent[] => pipeline.read(text, [], locale, deps).intents)
  const { threshold } = deps.analyse
  const report: Report = {
    sets: labelled.map(({ file, locale, rows }) =>
      evaluate(rows, { name: nameOf(file), predict: predictIn(locale), threshold }),
    ),
    outOfScope: foreign.map(({ file, rows }) => {
      const name = foreignSetOf(file)!
      return { name, ...outOfScopeOf(rows, name, predictIn('en'), threshold) }
    }),
    slots: slots.map(({ file, locale, rows }) => ({
      name: nameOf(file),
      ...slotScoresOf(
        rows,
        ticking((row) => readSlots(row, locale, deps)),
      ),
    })),
    continuations: continuations.map(({ file, locale, rows }) => ({
      name: nameOf(file),
      ...continuationScoresOf(
        rows,
        ticking((row) => goOn(row, locale, deps)),
      ),
    })),
    bursts: bursts.map(({ file, locale, rows }) => ({
      name: `${nameOf(file)}-bursts`,
      ...burstScoresOf(
        rows,
        ticking((said) => readBurst(said, locale, deps)),
      ),
    })),
    latency: measureLatency(messages, deps, Date.now(), progress.tick),
    ownSetsOnly: files.ownSetsOnly,
  }
  progress.done()
  return report
}

const nameOf = (file: string) => basename(file, '.jsonl')

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
