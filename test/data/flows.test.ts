/** The shipped flows against the rest of the shipped data: they name topics, categories, slots and types that exist, and scripts name flows that do. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { CUSTOMER_TYPE_IDS, isSlotName } from '../../src/intents/index.ts'
import type { Placed } from '../../src/scripts/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readFlows } from '../../src/server/load/flows.ts'
import { readTopics, type Topic } from '../../src/server/load/intents.ts'
import { readScripts } from '../../src/server/load/scripts.ts'
import type { FlowRecord } from '../../src/suggest/index.ts'

let flows: FlowRecord[]
let topics: Topic[]
let scripts: Placed['script'][]
beforeAll(async () => {
  flows = await readFlows(join(DATA, 'flows'))
  topics = await readTopics(join(DATA, 'intents'))
  scripts = (await readScripts(join(DATA, 'scripts'))).map(({ script }) => script)
})

const movesOf = ({ id, start, states }: FlowRecord) =>
  [...start, ...Object.values(states).flatMap(({ next }) => next)].map((move) => ({ id, ...move }))
const allMoves = () => flows.flatMap(movesOf)
const standings = () =>
  new Set(flows.flatMap(({ id, states }) => [id, ...Object.keys(states).map((name) => `${id}.${name}`)]))
const unknown = (names: readonly string[], known: (name: string) => boolean) =>
  [...new Set(names)].filter((name) => !known(name))

/** Flows that are no machine of a talk: orders of chapters, work of a shift, loops of learning, and steps not to automate. */
const NO_TALK = ['F2', 'F38', 'F39', 'F43', 'F46']

test('every flow of the playbook that is one of a talk is there', () => {
  const all = Array.from({ length: 46 }, (_, i) => `F${i + 1}`).filter((id) => !NO_TALK.includes(id))
  expect(flows.map(({ id }) => id).sort()).toEqual(all.sort())
})

describe('what moves name exists', () => {
  test('topics and families', () => {
    const known = new Set(['any', ...topics.flatMap(({ id }) => [id, id.split('.')[0]!])])
    expect(
      unknown(
        allMoves().flatMap(({ shopper = [] }) => shopper),
        (name) => known.has(name),
      ),
    ).toEqual([])
  })
  test('slots, customer types, other flows', () => {
    const whens = allMoves().map(({ when }) => when)
    const types: readonly string[] = CUSTOMER_TYPE_IDS
    expect(
      unknown(
        whens.flatMap(({ knows = [], lacks = [] }) => [...knows, ...lacks]),
        isSlotName,
      ),
    ).toEqual([])
    expect(
      unknown(
        whens.flatMap(({ types = [] }) => types),
        (id) => types.includes(id),
      ),
    ).toEqual([])
    const known = standings()
    expect(
      unknown(
        whens.flatMap(({ within = [], outside = [] }) => [...within, ...outside]),
        (name) => known.has(name),
      ),
    ).toEqual([])
  })
  test('categories of what the agent says', () => {
    const known = new Set(scripts.map(({ category }) => category))
    const said = allMoves().flatMap(({ agent = [] }) => agent)
    expect(unknown(said, (name) => name === 'any' || name === 'hold' || known.has(name))).toEqual([])
  })
})

test.each(['zh', 'en', 'ko'])('every category that a flow suggests has a script: %s', (locale) => {
  const known = new Set(scripts.filter((script) => script.locale === locale).map(({ category }) => category))
  const wanted = flows.flatMap(({ states }) => Object.values(states).flatMap(({ suggests }) => suggests))
  expect(unknown(wanted, (category) => known.has(category))).toEqual([])
})

test('every flow and state that a script is written for exists, and suggests its category when nothing else brings it', () => {
  const known = standings()
  const written = scripts.filter(({ when }) => when.flow)
  expect(
    unknown(
      written.flatMap(({ when }) => when.flow ?? []),
      (name) => known.has(name),
    ),
  ).toEqual([])
  const suggested = new Set(flows.flatMap(({ states }) => Object.values(states).flatMap(({ suggests }) => suggests)))
  const silent = written.filter(
    ({ intents, when, category }) => intents.length === 0 && !when.event && !suggested.has(category),
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

test('what is said to an agent is short', () => {
  const long = flows.flatMap(({ id, states }) =>
    Object.entries(states).flatMap(([name, { says }]) => (says.zh.length > 30 ? `${id}.${name}: ${says.zh}` : [])),
  )
  expect(long).toEqual([])
})
