import { performance } from 'node:perf_hooks'
import { addChat, emptyTally, mine } from '../src/insight/index.ts'
import { mineDeps } from '../src/server/cli/mine-deps.ts'
import { report } from './finding.ts'
import { demoDeps, shippedScripts, zhUtterances } from './inputs.ts'
import { makeMessages } from './messages.ts'
import { createRandom } from './random.ts'

// How long mining of 100,000 messages of old chats takes, and which share of questions planted among them it lists: shoppers' lines of our own utterances, varied, answered with lines of our own scripts.

const MESSAGES = 100_000
const PER_CHAT = 10
const TARGET_MS = 60_000
const PLANTED = 40
const TIMES = 60
const RECALL = 0.95

const deps = mineDeps(await demoDeps(), 'zh', Date.now())
const random = createRandom(5)
const replies = (await shippedScripts())
  .filter(({ locale }) => locale === 'zh')
  .map(({ wordings }) => wordings[0]!.short.replace(/\{\{[^}]*\}\}/g, ''))
const utterances = await zhUtterances()
const asked = makeMessages(MESSAGES / 2, utterances)
// what shoppers ask often: questions with their own openings and endings, in the place of others
const askable = utterances.filter(
  ({ text, topics }) => text.length >= 5 && /^(?:shipping|courier|invoice|product|return|size)/.test(topics[0]!),
)
const planted = Array.from({ length: PLANTED }, () => random.pick(askable))
for (const [i, one] of planted.entries())
  for (const [k, text] of makeMessages(TIMES, [one], i).entries()) asked[(i * TIMES + k) * 17] = text
const chats = Array.from({ length: MESSAGES / PER_CHAT }, (_, i) => ({
  id: `chat-${i}`,
  turns: asked.slice((i * PER_CHAT) / 2, ((i + 1) * PER_CHAT) / 2).flatMap((text) => [
    { role: 'shopper' as const, text },
    { role: 'agent' as const, text: random.pick(replies) },
  ]),
}))

const start = performance.now()
const tally = emptyTally()
for (const chat of chats) addChat(tally, chat, deps)
const mined = mine(tally, deps, { questions: 200, least: 2 })
const took = performance.now() - start
report({
  question: 'mine old chats',
  subject: `${MESSAGES} messages, ${mined.questions.length} questions`,
  value: took,
  unit: 'ms',
  memoryMb: process.memoryUsage().rss / 1e6,
  target: TARGET_MS,
})
const listed = new Set(mined.questions.flatMap(({ text, wordings }) => [text, ...wordings]))
const isListed = (text: string) => [...listed].some((one) => one.includes(text))
report({
  question: 'planted questions listed',
  subject: `${PLANTED}, ${TIMES} times each`,
  value: planted.filter(({ text }) => isListed(text)).length / PLANTED,
  unit: 'share',
  target: RECALL,
})
