import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { PastChat, type ReplayScores, replay, scoresOf, textTable } from '../../insight/index.ts'
import { createLibrary, type Placed, saidScript } from '../../scripts/index.ts'
import { type SuggestDeps, WEIGHTS, type Weights } from '../../suggest/index.ts'
import { readConfig } from '../config.ts'
import { readScripts } from '../load/scripts.ts'
import type { Engine } from '../ports.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { openEngine } from './open-engine.ts'
import { readRows } from './read-sets.ts'
import { UsageError } from './usage-error.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly channel: string
  readonly scripts?: string
  readonly weights?: string
  readonly edited?: boolean
  readonly json?: boolean
}

/** `huashu replay CHATS.jsonl`: would the replies that agents really sent have been suggested? */
export function addReplay(program: Command): void {
  const command = program
    .command('replay <chats>')
    .description(
      'score a library or weights on past chats: JSON lines of {id, turns: [{role: shopper|agent, text, at?}]}',
    )
    .option('--store <id>', 'the store (default: the demo)')
    .option('--channel <name>', 'chat platform', 'web')
    .option('--scripts <dir>', 'another library, as `<locale>/*.yaml`, instead of the shipped one')
    .addOption(new Option('--weights <file>', 'JSON of weights by name; those it leaves out are as they ship'))
    .option(
      '--edited',
      'with what people have edited, as the database has it: scripts and goods as they are now, each line under the policy of its day (`at`)',
    )
    .option('--json', 'print the scores as JSON')
  withEngineOptions(command).action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const chats = await readRows(file, PastChat)
  const engine = await openEngine(options)
  const store = options.store ?? engine.defaultStore
  engine.deps(store)
  if (options.edited) await withData(engine)
  const withLibrary = options.scripts ? libraryIn(await readScripts(options.scripts)) : (deps: SuggestDeps) => deps
  const weights = options.weights ? await readWeights(options.weights) : WEIGHTS
  // one for each policy, so that what is remembered of it is there at the next line
  const known = new Map<SuggestDeps, SuggestDeps>()
  const deps = (at: number): SuggestDeps => {
    const then = engine.deps(store, at)
    const made = known.get(then) ?? { ...withLibrary(then), weights }
    known.set(then, made)
    return made
  }
  const replaying = { now: Date.now(), channel: options.channel, limit: 3 }
  const scores = scoresOf(chats.flatMap((chat) => [...replay(chat, deps, replaying)]))
  process.stdout.write(
    options.json ? `${JSON.stringify({ chats: chats.length, ...scores })}\n` : print(chats.length, scores),
  )
}

async function withData(engine: Engine): Promise<void> {
  // loaded only here: what ships needs no database
  const { readData } = await import('./open-data.ts')
  const { useEdits } = await import('./use-edits.ts')
  await readData(readConfig(), (connection) => useEdits(engine, connection))
}

/** Another library in place of the one that is in use. */
function libraryIn(placed: readonly Placed[]): (deps: SuggestDeps) => SuggestDeps {
  const library = createLibrary(placed.map(({ script }) => script))
  const scriptSaid: SuggestDeps['analyse']['scriptSaid'] = (text, locale) => saidScript(library.said(text, locale))
  return (deps) => ({ ...deps, library, analyse: { ...deps.analyse, scriptSaid } })
}

async function readWeights(file: string): Promise<Weights> {
  const names = Object.keys(WEIGHTS) as [keyof Weights, ...(keyof Weights)[]]
  const text = await readFile(file, 'utf8')
  try {
    return { ...WEIGHTS, ...z.partialRecord(z.enum(names), z.number()).parse(JSON.parse(text)) }
  } catch (cause) {
    throw new UsageError(`${file}: ${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}`, { cause })
  }
}

function print(chats: number, { turns, first, firstThree, withoutAnswer, empty }: ReplayScores): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return `${textTable(
    [`${chats} chats`, `${turns} answered messages`],
    [
      ['the reply sent was the first suggestion', percent(first)],
      ['… was among the first three', percent(firstThree)],
      ['no answer was suggested', percent(withoutAnswer)],
      ['nothing was suggested', percent(empty)],
    ],
  )}\n`
}
