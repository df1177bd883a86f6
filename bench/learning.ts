import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PastChat, percentilesOf } from '../src/insight/index.ts'
import { type SuggestDeps, suggest } from '../src/suggest/index.ts'
import { report } from './finding.ts'
import { demoDeps, zhUtterances } from './inputs.ts'
import { replayInOrder, saidIn } from './learning-replay.ts'
import { clearTopics, foldsTheSame, simulate } from './learning-simulation.ts'
import { median } from './median.ts'

// What learning brings: by simulation, and on chats of a real shop, which lie outside the project (EVAL_DIR).

const SEEDS = [1, 2, 3, 4, 5]
const INTENTS = 20

const deps = await demoDeps()
// as many again get no feedback
const topics = clearTopics(deps, await zhUtterances(), 2 * INTENTS)
const runs = SEEDS.map((seed) => simulate(deps, topics, seed))
const middle = (of: (run: (typeof runs)[number]) => number) => median(runs.map(of))
const simulated = { subject: `${INTENTS} intents x 5 near-equal scripts, one wanted in 70 %`, unit: 'share' } as const
report({ question: 'hit@1 before feedback', ...simulated, value: middle(({ before }) => before) })
report({ question: 'hit@1 after 200 feedback events', ...simulated, value: middle(({ after }) => after) })
report({
  question: 'rise of hit@1, least of five runs',
  ...simulated,
  value: Math.min(...runs.map(({ before, after }) => after - before)),
  target: 0.1,
})
report({
  question: 'change of hit@1 for other intents, least of five runs',
  ...simulated,
  value: Math.min(...runs.map(({ elsewhereBefore, elsewhereAfter }) => elsewhereAfter - elsewhereBefore)),
  target: 0,
})
report({
  question: 'log folded again is equal to the bit',
  subject: 'simulation',
  value: runs.filter(({ isBitEqual }) => isBitEqual).length / runs.length,
  unit: 'share',
  target: 1,
})

const file = join(process.env.EVAL_DIR ?? '', 'real/taobao-ecd/sessions-open.jsonl')
if (process.env.EVAL_DIR && existsSync(file)) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  replayed(lines.map((line) => JSON.parse(line) as PastChat))
} else console.error('without EVAL_DIR no real chats are replayed')

/** Every chat is answered with what was learned from those before it; the same chats without learning show what the chats themselves bring. */
function replayed(chats: readonly PastChat[]): void {
  const unit = 'share' as const
  for (const learns of [false, true]) {
    const subject = learns ? 'real chats in order, learning' : 'the same chats, not learning'
    const run = replayInOrder(chats, deps, learns)
    const { chats: played, learner, events } = run
    const within = (from: number, to: number) => {
      const some = played.slice(from - 1, to)
      return some.reduce((sum, { hits }) => sum + hits, 0) / some.reduce((sum, { turns }) => sum + turns, 0)
    }
    const early = within(1, 100)
    const late = within(401, 600)
    const question = 'reply sent among the first three'
    report({ question: `${question}, sessions 1-100`, subject, value: early, unit })
    report({ question: `${question}, sessions 401-600`, subject, value: late, unit })
    report({ question: `${question}, difference`, subject, value: late - early, unit })
    if (!learns) continue
    const isEqual = foldsTheSame(events, learner, saidIn(deps), Math.floor(events.length / 2))
    report({ question: 'log folded again is equal to the bit', subject, value: isEqual ? 1 : 0, unit, target: 1 })
    const texts = chats.flatMap(({ turns }) => turns.filter(({ role }) => role === 'shopper').map(({ text }) => text))
    const plain = timesOf(deps, texts)
    const taught = timesOf(run.deps, texts)
    const shape = { question: 'time of an answer', unit: 'µs', times: 'µs' } as const
    report({ ...shape, subject: 'without learning', value: plain.p50, ...plain })
    report({ ...shape, subject: 'with what 600 chats taught', value: taught.p50, ...taught })
  }
}

function timesOf(store: SuggestDeps, texts: readonly string[]): { p50: number; p99: number } {
  const times: number[] = []
  for (const round of [0, 1]) {
    for (const text of texts.slice(0, 2_000)) {
      const begin = performance.now()
      suggest(
        {
          turnId: 't',
          messages: [{ role: 'shopper', text }],
          because: 'message',
          channel: 'taobao',
          agent: { id: 'agent-1' },
          roles: ['agent'],
          uiLocale: 'zh',
          limit: 3,
          now: Date.parse('2026-11-24T10:00:00+08:00'),
        },
        store,
      )
      if (round === 1) times.push((performance.now() - begin) * 1000)
    }
  }
  return percentilesOf(times)
}
