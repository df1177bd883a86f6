import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ChatSocket, openChatSocket } from './chat-socket.ts'
import { report } from './finding.ts'
import { zhUtterances } from './inputs.ts'
import { median } from './median.ts'
import { makeMessages } from './messages.ts'
import { startServer } from './server-process.ts'

// What a message costs as the server holds more conversations, and as a conversation grows longer: the time from frame out to answer in, one at a time, so that
// nothing queues. The same texts are said at both ends.

const FEW = 100
const MANY = 10_000
const SHORT = 10
const LONG = 2_000
/** Messages in each of the few before anything is timed: code is compiled by then. */
const WARM = 20
/** Messages timed at each end. */
const TIMED = 400
/** Talks that grow side by side: what is timed is not one talk's. */
const TALKS = 8
const MAY_GROW = 1.5

const texts = makeMessages(4_000, await zhUtterances())
const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir })
try {
  const fault = (what: string) => {
    throw new Error(what)
  }
  const socket = await openChatSocket(`http://127.0.0.1:${server.port}`, fault)
  await held(socket)
  await grown(socket)
  socket.close()
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function held(socket: ChatSocket): Promise<void> {
  const say = talker(socket, 'held')
  for (let i = 0; i < FEW * WARM; i += 1) await say(i % FEW)
  const few = await timed((i) => say(i % FEW))
  for (let i = FEW; i < MANY; i += 1) await say(i)
  const many = await timed((i) => say((i * 7) % MANY))
  tell('a message, conversations held', `${FEW}`, few, `${MANY.toLocaleString('en')}`, many)
}

async function grown(socket: ChatSocket): Promise<void> {
  const say = talker(socket, 'grown')
  for (let i = 0; i < TALKS * SHORT; i += 1) await say(i % TALKS)
  const short = await timed((i) => say(i % TALKS))
  const begun = SHORT + TIMED / TALKS
  for (let i = 0; i < TALKS * (LONG - begun - TIMED / TALKS); i += 1) await say(i % TALKS)
  const long = await timed((i) => say(i % TALKS))
  tell('a message, messages in its talk', `${SHORT}-${begun}`, short, `${LONG - TIMED / TALKS}-${LONG}`, long)
}

/** Says the next text in a conversation and tells how long its answer took, in milliseconds. */
function talker(socket: ChatSocket, kind: string): (talk: number) => Promise<number> {
  let said = 0
  return async (talk) => {
    const text = texts[said % texts.length]!
    said += 1
    const message = { conversationId: `${kind}-${talk}`, messageId: `${kind}-${said}`, role: 'shopper', text } as const
    return (await socket.say(message))!.tookMs
  }
}

async function timed(say: (i: number) => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < TIMED; i += 1) times.push(await say(i))
  return median(times)
}

function tell(question: string, few: string, before: number, many: string, after: number): void {
  report({ question, subject: few, value: before, unit: 'ms' })
  report({ question, subject: many, value: after, unit: 'ms', target: before * MAY_GROW, ratio: before / after })
}
