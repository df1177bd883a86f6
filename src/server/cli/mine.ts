import { join } from 'node:path'
import { type Command, Option } from 'commander'
import {
  addChat,
  draftsOf,
  linesOfMined,
  type MineDeps,
  type Mined,
  type MinedChat,
  mine,
  reportMined,
} from '../../insight/index.ts'
import { readConfig } from '../config.ts'
import { replaceFile } from '../replace-file.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { mineDeps } from './mine-deps.ts'
import { contentHash, type MiningState, readMiningState, writeMiningState } from './mining-state.ts'
import { openEngine } from './open-engine.ts'
import { createProgress } from './progress.ts'
import { readChats } from './read-chats.ts'
import { storeDrafts } from './store-drafts.ts'
import { UsageError } from './usage-error.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly agent: readonly string[]
  readonly top: string
  readonly least: string
  readonly out?: string
  readonly state?: string
  readonly storeDrafts?: boolean
}

/** `huashu mine CHATS`: what shoppers ask most, what was answered, and what no script answers. */
export function addMine(program: Command): void {
  const command = program
    .command('mine <chats>')
    .description(
      'what shoppers ask most in past chats (.jsonl, .csv, or a text export), what was answered, and what no script answers; personal data is hidden first',
    )
    .option('--store <id>', 'the store (default: the demo)')
    .addOption(
      new Option('--agent <nick...>', 'nicks of the shop in a text export, besides those like “shop:name”').default([]),
    )
    .option('--top <n>', 'questions listed', '200')
    .option('--least <n>', 'messages or chats a question or fact must stand in', '2')
    .option('--out <dir>', 'folder for mined.md, mined.jsonl and drafts.json instead of printing the report')
    .option('--state <file>', 'keeps how far it has come, to go on after a stop')
    .option(
      '--store-drafts',
      'write the replies as drafts into the library, for a lead to approve (DATA_DIR or DATABASE_URL; no gateway may run on it)',
    )
  withEngineOptions(command).action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const limits = { questions: wholeOf('--top', options.top), least: wholeOf('--least', options.least) }
  const { chats, bytes } = await readChats(file, options.agent)
  const engine = await openEngine(options)
  const store = options.store ?? engine.defaultStore
  const pipeline = engine.deps(store)
  const locale = pipeline.store.locales[0]!
  const now = Date.now()
  const deps = mineDeps(pipeline, locale, now)
  const state = await readMiningState(options.state, contentHash(bytes, store, ...options.agent))
  await countChats(chats, state, deps, options.state)
  const mined = mine(state.tally, deps, limits)
  const shelf = pipeline.library.shelf(locale)
  const drafts = draftsOf(mined.questions, locale, (topic) => shelf.byTopic.get(topic)?.[0]?.script.category)
  if (options.out === undefined) process.stdout.write(reportMined(mined))
  else await writeFiles(options.out, mined, { store, changes: drafts })
  if (!options.storeDrafts) return
  const stored = await storeDrafts(readConfig(), engine, store, drafts, { now: () => now })
  process.stderr.write(`${stored} drafts stored, ${drafts.length - stored} were there before\n`)
}

/** Chats counted between two writings of the state. */
const STEP = 2_000

async function countChats(
  chats: readonly MinedChat[],
  state: MiningState,
  deps: MineDeps,
  file?: string,
): Promise<void> {
  const progress = createProgress('mining', chats.length - state.position)
  for (const chat of chats.slice(state.position)) {
    addChat(state.tally, chat, deps)
    state.position += 1
    progress.tick()
    const isDue = state.position % STEP === 0 || state.position === chats.length
    if (file !== undefined && isDue) await writeMiningState(file, state)
  }
  progress.done()
}

async function writeFiles(
  folder: string,
  mined: Mined,
  drafts: { readonly store: string; readonly changes: readonly unknown[] },
): Promise<void> {
  await replaceFile(join(folder, 'mined.md'), reportMined(mined))
  await replaceFile(join(folder, 'mined.jsonl'), linesOfMined(mined))
  await replaceFile(join(folder, 'drafts.json'), `${JSON.stringify(drafts, undefined, 2)}\n`)
  process.stdout.write(
    `${folder}: ${mined.questions.length} questions, ${drafts.changes.length} drafts, ${mined.facts.length} facts\n`,
  )
}

function wholeOf(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} must be a whole number above 0`)
  return number
}
