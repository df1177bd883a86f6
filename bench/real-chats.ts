import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { textTable } from '../src/insight/index.ts'
import type { AnswerFigures } from './answer-tally.ts'
import { type Chat, type ChatFigures, replayChats } from './replay-chats.ts'
import { type BatchFigures, sendBatch } from './send-batch.ts'
import { startServer } from './server-process.ts'

// The real server on chats of a real shop, which lie outside the project: EVAL_DIR=… npx node bench/real-chats.ts [--json]
// Ends with 1 when an answer is missing or breaks the wire, or a product id is taken for personal data; with 2 without the chats.

const BATCH_LINES = 1_000
const FAULTS_SHOWN = 20

const { json } = parseArgs({ options: { json: { type: 'boolean', default: false } } }).values
const folder = join(process.env.EVAL_DIR ?? '', 'real/taobao-ecd')
if (!process.env.EVAL_DIR || !existsSync(folder)) {
  console.error('EVAL_DIR must name a folder with real/taobao-ecd: these chats are no part of the project')
  process.exit(2)
}

const utterances = await rows<{ text: string }>('shopper-utterances-open.jsonl')
const chats = await rows<Chat>('sessions-open.jsonl')
// the file is sorted, so every so many-th line is drawn
const texts = Array.from(
  { length: BATCH_LINES },
  (_, i) => utterances[Math.floor((i * utterances.length) / BATCH_LINES)]!.text,
)

const faults: string[] = []
const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
try {
  const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir })
  try {
    const fault = (what: string) => faults.push(what)
    const url = `http://127.0.0.1:${server.port}`
    const batch = await sendBatch(url, texts, fault)
    const replay = await replayChats(url, chats, fault)
    const { asPersonal } = replay.productIds
    if (asPersonal > 0) fault(`${asPersonal} product ids were read as a phone, an order or a parcel`)
    console.log(json ? JSON.stringify({ batch, replay, faults }) : table(batch, replay))
  } finally {
    await server.stop()
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
for (const what of faults.slice(0, FAULTS_SHOWN)) console.error(what)
if (faults.length > 0) process.exitCode = 1

async function rows<T>(name: string): Promise<T[]> {
  const text = await readFile(join(folder, name), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

function table(batch: BatchFigures, replay: ChatFigures): string {
  const { roundTrip, firstLength, productIds } = replay
  const both = (name: string, of: (figures: AnswerFigures) => string) => [name, of(batch), of(replay)]
  const ms = (p50: number, p99: number) => `${p50.toFixed(2)} / ${p99.toFixed(2)} ms`
  return textTable(
    ['', 'single lines', 'whole chats'],
    [
      ['sent', `${batch.lines} lines`, `${replay.messages} messages, ${replay.chats} chats`],
      both('answers', ({ answers }) => String(answers)),
      both('with an answer', ({ withAnswer }) => percent(withAnswer)),
      both('with anything', ({ withAnything }) => percent(withAnything)),
      both(
        'gaps',
        ({ gaps }) =>
          Object.entries(gaps)
            .map(([kind, count]) => `${kind} ${count}`)
            .join(', ') || 'none',
      ),
      both('time of the server, p50 / p99', ({ p50Ms, p99Ms }) => ms(p50Ms, p99Ms)),
      ['rate', `${Math.round(batch.linesPerSecond)} lines/s`, ''],
      ['round trip, p50 / p99', '', ms(roundTrip.p50Ms, roundTrip.p99Ms)],
      [
        'first suggestion once an agent spoke, median / p90',
        '',
        `${firstLength.median} / ${firstLength.p90} characters`,
      ],
      [
        'product ids, as product, as personal data',
        '',
        `${productIds.found}, ${productIds.asProduct}, ${productIds.asPersonal}`,
      ],
      ['faults', '', String(faults.length)],
    ],
  )
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
