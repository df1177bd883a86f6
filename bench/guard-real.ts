import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { textTable } from '../src/insight/index.ts'
import { initialState } from '../src/intents/index.ts'
import { createCatalogue, StorePolicy } from '../src/policy/index.ts'
import type { CheckResult, Message } from '../src/protocol/index.ts'
import { createEngine } from '../src/server/engine.ts'
import { pipeline } from '../src/server/pipeline.ts'
import type { Chat } from './replay-chats.ts'

// What the guard says to real agents, as they wrote: EVAL_DIR=… npx node bench/guard-real.ts [--list warn|block|hint] [--from N]
// The lines are judged as drafts in a store of which nothing is known: no goods, no promotions, no fees.

const DRAFTS = 1_000
const LIST_LENGTH = 200
const { list, from } = parseArgs({
  options: { list: { type: 'string' }, from: { type: 'string', default: '0' } },
}).values
const file = join(process.env.EVAL_DIR ?? '', 'real/taobao-ecd/sessions-open.jsonl')
if (!process.env.EVAL_DIR || !existsSync(file)) {
  console.error('EVAL_DIR must name a folder with real/taobao-ecd: these chats are no part of the project')
  process.exit(2)
}

const engine = await createEngine({ dataDir: process.env.DATA_DIR ?? 'var' })
const deps = {
  ...engine.deps('demo'),
  store: StorePolicy.parse({ id: 'unknown', name: '本店', timezone: 'Asia/Shanghai', currency: 'CNY' }),
  catalogue: createCatalogue([]),
}
const chats = (await readFile(file, 'utf8'))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Chat)
const drafts = chats.flatMap(({ turns }) =>
  turns.flatMap(({ role, text }, i) =>
    role === 'agent' && text ? [{ text, talk: turns.slice(0, i) as Message[] }] : [],
  ),
)

interface Checked extends Pick<CheckResult, 'verdict' | 'warnings'> {
  readonly text: string
  readonly talk: readonly Message[]
}
// the chats stand in no order of time: every so many-th line is as good as any
const checked = Array.from({ length: DRAFTS }, (_, i): Checked => {
  const { text, talk } = drafts[Math.floor((i * drafts.length) / DRAFTS)]!
  const { verdict, warnings } = pipeline.check(
    {
      text,
      channel: 'taobao',
      uiLocale: 'zh',
      roles: ['agent'],
      before: pipeline.fold(talk, initialState('zh'), deps),
      messages: [],
      facts: undefined,
      now: Date.UTC(2026, 10, 22, 4),
    },
    deps,
  )
  return { text, talk, verdict, warnings }
})

const share = (found: readonly unknown[]) => `${((100 * found.length) / DRAFTS).toFixed(1)} %`
const blocked = checked.filter(({ verdict }) => verdict === 'block')
const visible = checked.filter(({ verdict }) => verdict !== 'pass')
const hinted = checked.filter(({ warnings }) => warnings.some(({ level }) => level === 'hint'))
console.log(
  textTable(
    ['of 1,000 real agent lines', 'share', 'at most'],
    [
      ['blocked', share(blocked), '2 %'],
      ['with a visible warning', share(visible), '8 %'],
      ['with a hint', share(hinted), ''],
    ],
  ),
)
const counts = new Map<string, number>()
for (const { warnings } of checked) {
  for (const key of new Set(warnings.map(({ rule, level }) => `${level} ${rule}`)))
    counts.set(key, (counts.get(key) ?? 0) + 1)
}
console.log(
  textTable(
    ['rule', 'lines'],
    [...counts].sort((a, b) => b[1] - a[1]).map(([rule, lines]) => [rule, String(lines)]),
  ),
)
if (list) {
  const shown = checked.filter(({ warnings }) => warnings.some(({ level }) => level === list)).slice(Number(from))
  for (const { text, talk, warnings } of shown.slice(0, LIST_LENGTH)) {
    for (const { role, text: said } of talk.slice(-3)) console.log(`   ${role}: ${said}`)
    console.log(`>> ${text}`)
    for (const { rule, level, says, start, end } of warnings) {
      if (level === list) console.log(`   ${level} ${rule} [${text.slice(start, end)}] ${says}`)
    }
  }
}
