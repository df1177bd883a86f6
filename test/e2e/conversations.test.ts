/** The scripted conversations, replayed over the websocket of one gateway (data/eval/conversations). */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/server/ports.ts'
import { trainedEngine } from '../trained-engine.ts'
import { type Conversation, readConversations } from './conversation-file.ts'
import { type CategoriesOf, described, faultsOfStep } from './faults-of-step.ts'
import { startRealApp } from './real-app.ts'
import { replay, type SetClock, type Step } from './replay.ts'

const conversations = await readConversations(join(import.meta.dirname, '../../data/eval/conversations'))
const LEAST = { zh: 30, en: 5, ko: 5 }
/** Every flow of the playbook that shows in a talk. */
const FLOWS =
  'F1 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 F25 F26 F27 F28 F29 F30 F31 F32 F33 F34 F35 F36 F37 F40 F41 F42 F44 F45'.split(
    ' ',
  )
/** A store beside the demo that may give way: nothing below this share of the page price. */
const FLOOR = 0.8

let app: Awaited<ReturnType<typeof startRealApp>>
let engine: Engine
let categoriesOf: CategoriesOf
let now = 0
const clock: SetClock = {
  now: () => now,
  set: (ms) => {
    now = ms
  },
}

beforeAll(async () => {
  engine = withBounded(await trainedEngine())
  const { library } = engine.deps('demo')
  const categories = new Map(
    conversations.flatMap(({ locale }) =>
      library.shelf(locale).entries.map(({ script }) => [script.id, script.category]),
    ),
  )
  categoriesOf = (scriptId) => scriptId.split('+').flatMap((id) => categories.get(id) ?? [])
  app = await startRealApp({ engine, clock })
})

afterAll(() => app?.close())

function withBounded(demo: Engine): Engine {
  return {
    ...demo,
    storeIds: [...demo.storeIds, 'bounded'],
    deps(id) {
      if (id !== 'bounded') return demo.deps(id)
      const deps = demo.deps('demo')
      const bargain = {
        mode: [{ value: 'bounded' as const }],
        floor: [{ value: FLOOR }],
        authority: [{ value: 'agent' as const }],
      }
      return { ...deps, store: { ...deps.store, bargain } }
    },
  }
}

const replays = new Map<string, Promise<Step[]>>()
function replayed(conversation: Conversation): Promise<Step[]> {
  const known = replays.get(conversation.id) ?? replay(conversation, app.url, clock)
  replays.set(conversation.id, known)
  return known
}

const all = async () => {
  const found: { conversation: Conversation; steps: Step[] }[] = []
  for (const conversation of conversations) found.push({ conversation, steps: await replayed(conversation) })
  return found
}

test('there are enough, and together they mean to cover every flow', () => {
  for (const [locale, least] of Object.entries(LEAST))
    expect(conversations.filter((one) => one.locale === locale).length, locale).toBeGreaterThanOrEqual(least)
  const covered = new Set(conversations.flatMap(({ covers }) => covers))
  expect(FLOWS.filter((flow) => !covered.has(flow))).toEqual([])
})

describe('every turn goes as it should', () => {
  test.each(conversations)('$id', async (conversation) => {
    const steps = await replayed(conversation)
    const faults = steps.flatMap((step, index) => {
      const found = faultsOfStep(step, categoriesOf)
      if (found.length === 0) return []
      const said = step.turn.shopper ?? step.turn.event ?? step.sent ?? 'facts'
      const heading = `${conversation.id}.yaml:${step.line} turn ${index + 1} ${JSON.stringify(said)}: ${found.join('; ')}`
      return [`${heading}\n${described(step.answer, categoriesOf)}`]
    })
    expect(faults.join('\n'), faults.join('\n')).toBe('')
  })
})

describe('in all of them', () => {
  test('the flows that a conversation covers stood in its state', async () => {
    for (const { conversation, steps } of await all()) {
      const alive = new Set(steps.flatMap(({ answer }) => answer?.state.flows.map(({ id }) => id) ?? []))
      expect(
        conversation.covers.filter((flow) => !alive.has(flow)),
        conversation.id,
      ).toEqual([])
    }
  })

  test('what was sent is not put first again', async () => {
    for (const { conversation, steps } of await all()) {
      const said = new Set<string>()
      for (const { answer, sent, line } of steps) {
        if (sent !== undefined) said.add(sent)
        const first = answer?.suggestions[0]?.text
        expect(first !== undefined && said.has(first), `${conversation.id}.yaml:${line} ${first}`).toBe(false)
      }
    }
  })

  test('a haggler never meets the same script twice', async () => {
    for (const { conversation, steps } of await all()) {
      const sent = steps.flatMap(({ chosen }) => chosen?.scriptId ?? [])
      if (conversation.covers.includes('F8')) expect(sent, conversation.id).toEqual([...new Set(sent)])
    }
  })

  test('no text names a price below the floor', async () => {
    for (const { conversation, steps } of await all()) {
      const { catalogue, store } = engine.deps(conversation.store)
      const share = store.bargain.floor?.[0]?.value ?? 1
      for (const { answer, line } of steps) {
        const card = answer?.state.product === undefined ? undefined : catalogue.get(answer.state.product)
        if (!card || !answer?.state.flows.some(({ id }) => id === 'F8')) continue
        for (const { text } of answer.suggestions)
          for (const price of grantedIn(text))
            expect(price, `${conversation.id}.yaml:${line} ${text}`).toBeGreaterThanOrEqual(card.price * share)
      }
    }
  })
})

const GRANTS = [
  /(?:给您|算您?|按|改成?|调到|降到|让到|只要|只收|就收|最低)\s*(\d+(?:\.\d+)?)\s*(?:元|块)/g,
  /\b(?:for|at|to|only|make it)\s+[¥$]?(\d+(?:\.\d+)?)(?!\d|\s*(?:%|off|days?|pieces?|hours?))/gi,
  /(\d+(?:\.\d+)?)위안(?:에|으로|까지)/g,
]

/** Prices that a text says something can be had for. */
function grantedIn(text: string): number[] {
  return GRANTS.flatMap((grant) => [...text.matchAll(grant)].map(([, price]) => Number(price)))
}
