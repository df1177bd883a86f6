import type { Command } from 'commander'
import type { Locale } from '../../protocol/index.ts'
import type { Connection } from '../adapters/database/connection.ts'
import { readConfig } from '../config.ts'
import { sourceOfFile } from '../import/file-source.ts'
import { importFile } from '../import/import-file.ts'
import { phraseMapping } from '../import/phrase-mapping.ts'
import type { Engine } from '../ports.ts'
import type { Principal } from '../principal.ts'
import { announceEdits } from './announce-edits.ts'
import { importTable } from './import-table.ts'
import { localeOption } from './locale-option.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  readonly store?: string
  readonly format?: string
  readonly map?: string
  readonly locale?: Locale
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `huashu import FILE`: what `POST /v1/scripts/import` does, for a database that no gateway works with, or a PostgreSQL. */
export function addImport(program: Command): void {
  program
    .command('import <file>')
    .description(
      'import phrases of another program: CSV, xlsx, JSON or YAML; all or none; ends with 1 when a row could not be read',
    )
    .option('--store <id>', 'the store; without it the first')
    .option('--format <name>', 'the program that wrote the file; without it the file says so')
    .option('--map <column=field,...>', 'which column holds text, code, title, group, language or isOff')
    .addOption(localeOption('the language of the phrases; without it that of each text'))
    .option('--dry-run', 'only say what would come of it; a gateway may run')
    .option('--json', 'print the report as JSON')
    .action(run)
}

/** Who starts the command may write to the database anyway. */
const WHO: Principal = { key: 'command-line', stores: 'all', roles: ['lead'] }

async function run(path: string, { format, map, locale, dryRun, json, ...options }: Options): Promise<void> {
  const mapping = phraseMapping(pairsOf(map), '--map')
  const source = await sourceOfFile(path).catch((cause: Error) => {
    throw new UsageError(cause.message, { cause })
  })
  const config = readConfig()
  // loaded only here: the other commands need no database
  const { readData, writeData } = await import('./open-data.ts')
  const { openEngine } = await import('./open-engine.ts')
  const engine = await openEngine(config)
  const store = options.store ?? engine.defaultStore
  engine.deps(store)
  const work = async (connection: Connection) => {
    const deps = await deskOf(engine, connection)
    return importFile(deps, store, WHO, source, { format, mapping, locale, isTrial: dryRun === true })
  }
  const report = await (dryRun ? readData(config, work) : writeData(config, work))
  if (report.importId !== undefined) await announceEdits(config)
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : importTable(report))
  if (report.importId !== undefined && config.databaseUrl)
    process.stderr.write('gateways that run now use it within seconds\n')
  if (report.counts.fault > 0) process.exitCode = 1
}

/** The desk of a gateway that serves nobody, with everything that was edited before. */
async function deskOf(engine: Engine, connection: Connection) {
  const { createQueries } = await import('../adapters/database/queries.ts')
  const { createMemoryNews } = await import('../adapters/news-memory.ts')
  const { createScriptDesk } = await import('../library/script-desk.ts')
  const { createVersioned } = await import('../versioned.ts')
  const clock = { now: Date.now }
  const failed = (error: unknown) => process.stderr.write(`${error}\n`)
  const versioned = createVersioned({ database: createQueries(connection), news: createMemoryNews(), clock, failed })
  const scriptDesk = createScriptDesk({ engine, versioned, clock, failed })
  await versioned.open()
  return { engine, scriptDesk, clock }
}

/** `column=field,…`; names of columns may hold a `=`. */
function pairsOf(map: string | undefined): Record<string, string> {
  const pairs = (map === undefined ? [] : map.split(',')).map((pair) => {
    const end = pair.lastIndexOf('=')
    if (end < 1) throw new UsageError(`--map: "${pair}" is no column=field`)
    return [pair.slice(end + 1).trim(), pair.slice(0, end).trim()] as const
  })
  return Object.fromEntries(pairs)
}
