import { join } from 'node:path'
import type { Command } from 'commander'
import { type LibraryFault, lintLibrary } from '../../scripts/index.ts'
import { DATA } from '../engine.ts'
import { readTopics } from '../load/intents.ts'
import { readScripts } from '../load/scripts.ts'
import { readTrades } from '../load/trades.ts'

/** `huashu library lint`: the checks of the script library. */
export function addLibraryLint(library: Command): void {
  library
    .command('lint [dir]')
    .description('check scripts: slots, ids, intents, reach, repeated wordings, lengths, topics nobody answers')
    .option('--json', 'print the faults as JSON')
    .action(run)
}

async function run(directory: string | undefined, options: { json?: boolean }): Promise<void> {
  const topics = await readTopics(join(DATA, 'intents'))
  const placed = directory
    ? await readScripts(directory)
    : [...(await readScripts(join(DATA, 'scripts'))), ...(await readTrades(DATA))]
  const locales = [...new Set(placed.map(({ script }) => script.locale))]
  const faults = lintLibrary(placed, { topics: topics.map((topic) => topic.id), locales })
  process.stdout.write(options.json ? `${JSON.stringify(faults)}\n` : print(faults, placed.length))
  if (faults.length > 0) process.exitCode = 1
}

function print(faults: readonly LibraryFault[], size: number): string {
  const lines = faults.map(
    ({ file, line, scriptId, message }) => `${file}:${line} ${scriptId === '' ? '' : `${scriptId}: `}${message}`,
  )
  return `${[...lines, `${size} scripts, ${faults.length} faults`].join('\n')}\n`
}
