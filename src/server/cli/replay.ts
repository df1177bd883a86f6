import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { PastChat, type ReplayScores, replay, scoresOf, textTable } from '../../insight/index.ts'
import { createLibrary, saidScript } from '../../scripts/index.ts'
import { type SuggestDeps, WEIGHTS, type Weights } from '../../suggest/index.ts'
import { readScripts } from '../load/scripts.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { openEngine } from './open-engine.ts'
import { readRows } from './read-sets.ts'
import { UsageError } from './usage-error.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly channel: string
  readonly scripts?: string
  readonly weights?: string
  readonly json?: boolean
}

/** `huashu replay CHATS.jsonl`: would the replies that agents really sent have been suggested? */
export function addReplay(program: Command): void {
  const command = program
    .command('replay <chats>')
    .description('score a library or weights on past chats: JSON lines of {id, turns: [{role: shopper|agent, text}]}')
    .option('--store <id>', 'the store (default: the demo)')
    .option('--channel <name>', 'chat platform', 'web')
    .option('--scripts <dir>', 'another library, as `<locale>/*.yaml`, instead of the shipped one')
    .addOption(new Option('--weights <file>', 'JSON of weights by name; those it leaves out are as they ship'))
    .option('--json', 'print the scores as JSON')
  withEngineOptions(command).action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const chats = await readRows(file, PastChat)
  const engine = await openEngine(options)
  const shipped = engine.deps(options.store ?? engine.defaultStore)
  const deps: SuggestDeps = {
    ...(options.scripts ? await withLibrary(shipped, options.scripts) : shipped),
    weights: options.weights ? await readWeights(options.weights) : WEIGHTS,
  }
  const replaying = { now: Date.now(), channel: options.channel, limit: 3 }
  const scores = scoresOf(chats.flatMap((chat) => [...replay(chat, () => deps, replaying)]))
  process.stdout.write(
    options.json ? `${JSON.stringify({ chats: chats.length, ...scores })}\n` : print(chats.length, scores),
  )
}

async function withLibrary(deps: SuggestDeps, folder: string): Promise<SuggestDeps> {
  const library = createLibrary((await readScripts(folder)).map(({ script }) => script))
  const scriptSaid: SuggestDeps['analyse']['scriptSaid'] = (text, locale) => saidScript(library.said(text, locale))
  return { ...deps, library, analyse: { ...deps.analyse, scriptSaid } }
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
