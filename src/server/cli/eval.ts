import { type Command, Option } from 'commander'
import { reportHtml, reportMarkdown, reportText, shortfallsOf } from '../../insight/index.ts'
import { replaceFile } from '../replace-file.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { findEvalFiles } from './eval-files.ts'
import { measure } from './measure.ts'
import { parseFloors } from './parse-floors.ts'

interface Options extends EngineOptions {
  readonly evalDir?: string
  readonly report?: string
  readonly write?: string
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
    .option('--write <file>', 'also write the page to keep under version control; not when files are named')
    .option('--json', 'print the report as JSON')
    .option('--floor <floors>', 'fail when a set is below, e.g. lenient=0.8,top3=0.88 (also strict, macroF1)')
  withEngineOptions(command).action(run)
}

async function run(paths: string[], options: Options): Promise<void> {
  const floors = options.floor === undefined ? {} : parseFloors(options.floor)
  const report = await measure(await findEvalFiles(paths, options.evalDir), options)
  if (options.report) await replaceFile(options.report, reportHtml(report))
  if (options.write) {
    if (paths.length === 0) await replaceFile(options.write, reportMarkdown(report))
    else process.stderr.write(`${options.write} is about every set: not written\n`)
  }
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report))
  for (const { set, metric, value, floor } of shortfallsOf(report, floors)) {
    process.stderr.write(`below the floor: ${set} ${metric} ${value.toFixed(3)} < ${floor}\n`)
    process.exitCode = 1
  }
}
