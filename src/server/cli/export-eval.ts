import { randomBytes } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type AnonymiseDeps, anonymiseChat, type Doubt, type LoggedChat, reviewOf } from '../../insight/index.ts'
import { detectLocale, extract } from '../../intents/index.ts'
import { readConfig } from '../config.ts'
import type { Engine } from '../ports.ts'
import { checkNew } from './check-new.ts'
import type { Span } from './logged-chats.ts'
import { createProgress } from './progress.ts'
import { pseudonyms } from './pseudonyms.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  readonly anonymise?: boolean
  readonly store?: string
  readonly out: string
  readonly review: string
  readonly seed?: string
  readonly since?: string
  readonly until?: string
}

interface Counts {
  readonly chats: number
  readonly lines: number
  readonly doubts: number
}

/** `huashu export-eval --anonymise`: a store's chats as JSON lines that name nobody, for measuring. */
export function addExportEval(program: Command): void {
  program
    .command('export-eval')
    .description(
      "write a store's chats without personal data, as JSON lines for `huashu replay`, `huashu mine` and evaluation, and the lines worth reading before they are given away; the gateway may run",
    )
    .option('--anonymise', 'hide who is spoken of and to: nothing is written without it')
    .requiredOption('--out <file>', 'where the chats go; it must not exist yet')
    .requiredOption('--review <file>', 'where the lines go that a person should read; it must not exist yet')
    .option('--store <id>', 'the store (default: the demo)')
    .option('--seed <text>', 'the same seed gives the same pseudonyms; whoever knows it can tell whose they are')
    .option('--since <day>', 'conversations begun on this day or later, 2026-11-01 (UTC)')
    .option('--until <day>', 'conversations begun before this day')
    .action(run)
}

async function run(options: Options): Promise<void> {
  if (!options.anonymise)
    throw new UsageError('chats leave the house without personal data only: say --anonymise (whole: `huashu backup`)')
  const span = { since: dayOf('--since', options.since, 0), until: dayOf('--until', options.until, Infinity) }
  const files = [options.out, options.review]
  const partial = files.map(partOf)
  files.forEach(checkNew)
  try {
    // first, as reading takes a while, and nobody else's business
    for (const file of partial) await writeFile(file, '', { mode: 0o600 })
    const counts = await exported(options, span)
    for (const file of files) await rename(partOf(file), file)
    process.stdout.write(
      `${options.out}: ${counts.chats} chats, ${counts.lines} lines\n${options.review}: ${counts.doubts} lines to read before you give them away\n`,
    )
  } finally {
    await Promise.all(partial.map((file) => rm(file, { force: true })))
  }
}

/** What is written until it is whole: what stands under the name is never a part. */
const partOf = (file: string) => `${file}.partial`

async function exported(options: Options, span: Span): Promise<Counts> {
  const config = readConfig()
  // loaded only here: the other commands need no database
  const { readData } = await import('./open-data.ts')
  const { openEngine } = await import('./open-engine.ts')
  const { useEdits } = await import('./use-edits.ts')
  const { agentNames, loggedChats, talksOfStore } = await import('./logged-chats.ts')
  const engine = await openEngine(config)
  const store = options.store ?? engine.defaultStore
  engine.deps(store)
  return readData(config, async (connection) => {
    await useEdits(engine, connection)
    const talks = await talksOfStore(connection, store, span)
    const deps: AnonymiseDeps = {
      ...readingOf(engine, store),
      ...pseudonyms(options.seed ?? randomBytes(32).toString('hex')),
      agents: await agentNames(connection, talks),
    }
    return write(options, deps, loggedChats(connection, talks), talks.length)
  })
}

function readingOf(engine: Engine, store: string): Pick<AnonymiseDeps, 'entities' | 'isGoods'> {
  const { analyse, catalogue, store: policy } = engine.deps(store)
  const { resolveProduct } = analyse
  return {
    entities: (text) =>
      extract(text, { locale: detectLocale(text, policy.locales[0]!), ...(resolveProduct ? { resolveProduct } : {}) }),
    isGoods: (number) => catalogue.resolve({ id: number }) !== undefined,
  }
}

/** Writes chat by chat, so that any number of them fits into memory. */
async function write(
  { out, review }: Options,
  deps: AnonymiseDeps,
  chats: AsyncIterable<LoggedChat>,
  most: number,
): Promise<Counts> {
  const doubts: Doubt[] = []
  const count = { chats: 0, lines: 0 }
  const file = await open(partOf(out), 'w')
  try {
    const progress = createProgress('anonymising', most)
    for await (const logged of chats) {
      const { chat, doubts: found } = anonymiseChat(logged, deps)
      await file.write(`${JSON.stringify(chat)}\n`)
      doubts.push(...found)
      count.chats += 1
      count.lines += chat.turns.length
      progress.tick()
    }
    progress.done()
  } finally {
    await file.close()
  }
  await writeFile(partOf(review), reviewOf(doubts, count.chats))
  return { ...count, doubts: doubts.length }
}

function dayOf(option: string, day: string | undefined, absent: number): number {
  if (day === undefined) return absent
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at)) throw new UsageError(`${option}: "${day}" is no day such as 2026-11-01`)
  return at
}
