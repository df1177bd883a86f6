import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Library, libraryInSteps } from '../../src/scripts/index.ts'
import { type Learned, type Standing, WEIGHTS } from '../../src/suggest/index.ts'
import { script } from '../scripts/script.ts'
import { ask, desk, forbidding, idsOf } from './small-desk.ts'

const FEE = 'shipping_fee.fee'
const NOTHING: Learned = { stats: new Map(), neighbours: () => [], liking: () => 0, isSuppressed: () => false }
const scripts = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, i) =>
    script({ id: `s${i}`, category: `C${20 + i}`, intents: [FEE], text: `说法${'一二三四五六七八'[i]}在此`, ...more }),
  )
const knowing = (learned: Partial<Learned>) => ({ ...NOTHING, ...learned })
const standings = (of: Record<string, Partial<Standing>>): Learned['stats'] =>
  new Map([[FEE, new Map(Object.entries(of).map(([id, one]) => [id, { won: 0, lean: 0, ...one }]))]])
const list = (more: Parameters<typeof desk>[1], given = scripts(6), said = '邮费多少钱') =>
  idsOf(ask(said, { limit: 10, agent: { id: 'li' } }, desk(given, more)))

describe('what few agents say', () => {
  test('moves nothing by more than one place, whatever they say', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            lean: fc.double({ min: -1, max: 1, noNaN: true }),
            liking: fc.double({ min: -1, max: 1, noNaN: true }),
            near: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { minLength: 6, maxLength: 6 },
        ),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        fc.boolean(),
        // so little behind them that it is open whether they are offered at all
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, draws, alike, intent) => {
          const all = scripts(6).map((one, i) => ({
            ...one,
            category: alike && i % 2 === 1 ? 'C20' : one.category,
            when: i % 3 === 1 ? { first: true } : {},
            tier: i === 4 ? ('ask' as const) : one.tier,
          }))
          const weights = { ...WEIGHTS, intent, topic: intent }
          const at = (id: string) => given[Number(id.slice(1))]!
          const learned = knowing({
            stats: standings(Object.fromEntries(given.map(({ lean }, i) => [`s${i}`, { lean }]))),
            liking: (_agent, _topic, id) => at(id).liking,
            neighbours: () => given.map(({ near }, i) => ({ scriptId: `s${i}`, topic: FEE, near, isTrusted: false })),
          })
          const before = list({ weights }, all)
          const after = list({ weights, learned, draw: () => draws.next().value! }, all)
          expect([...after].sort()).toEqual([...before].sort())
          for (const id of before) expect(Math.abs(after.indexOf(id) - before.indexOf(id))).toBeLessThanOrEqual(1)
        },
      ),
    ))
  test('moves by one place what is close enough', () => {
    expect(list({ learned: knowing({ stats: standings({ s1: { lean: 1 } }) }) })).toEqual([
      's1',
      's0',
      's2',
      's3',
      's4',
      's5',
    ])
    expect(list({ learned: knowing({ liking: (agent, _, id) => (agent === 'li' && id === 's2' ? 1 : 0) }) })).toEqual([
      's0',
      's2',
      's1',
      's3',
      's4',
      's5',
    ])
  })
  test('does not decide whether answers are offered at all', () => {
    const given = scripts(2).map((one, i) => ({ ...one, when: i === 0 ? { first: true } : {} }))
    const hundredths = Array.from({ length: 100 }, (_, i) => i / 100)
    const straddling = hundredths.filter((intent) => {
      const weights = { ...WEIGHTS, intent, topic: intent }
      const [first, second] = ask('邮费多少钱', {}, desk(given, { weights })).suggestions
      return first && second && first.score >= 1.5 && second.score < 1.5
    })
    expect(straddling).not.toEqual([])
    for (const intent of straddling) {
      const weights = { ...WEIGHTS, intent, topic: intent }
      const learned = knowing({ stats: standings({ s0: { lean: -1 }, s1: { lean: 1 } }) })
      expect(list({ weights, learned }, given)).toEqual(list({ weights }, given))
    }
  })
  test('leaves duties where they are', () => {
    const given = scripts(3).map((one, i) => ({ ...one, required: i === 1 }))
    expect(list({ learned: knowing({ stats: standings({ s0: { lean: 1 }, s1: { lean: -1 } }) }) }, given)[0]).toBe('s1')
  })
})

describe('what many agents say', () => {
  test('moves a script as far as it takes it', () => {
    expect(list({ learned: knowing({ stats: standings({ s4: { won: 0.6 } }) }) })[0]).toBe('s4')
    expect(list({ learned: knowing({ stats: standings({ s0: { won: -0.9 } }) }) }).at(-1)).toBe('s0')
  })
  test('says so', () => {
    const [first] = ask(
      '邮费多少钱',
      {},
      desk(scripts(5), { learned: knowing({ stats: standings({ s4: { won: 0.6 } }) }) }),
    ).suggestions
    expect(first!.reasons.find(({ feature }) => feature === 'won')).toMatchObject({
      value: 0.3,
      says: '本店客服常选用',
    })
  })
  test('brings back nothing that the guard blocks', () => {
    const learned = knowing({
      stats: standings({ s2: { won: 1, lean: 1 } }),
      neighbours: () => [{ scriptId: 's2', topic: FEE, near: 1, isTrusted: true }],
    })
    expect(list({ learned, guard: forbidding(/说法三/) })).toEqual(list({ guard: forbidding(/说法三/) }))
  })
  test('brings what was sent for messages like this one, whatever they were read as', () => {
    const given = [
      ...scripts(2),
      script({ id: 'far', category: 'C50', intents: ['size_fit.bias'], text: '按平时的码就行' }),
    ]
    const learned = (isTrusted: boolean) =>
      knowing({ neighbours: () => [{ scriptId: 'far', topic: 'size_fit.bias', near: 0.8, isTrusted }] })
    expect(list({}, given)).not.toContain('far')
    expect(list({ learned: learned(false) }, given)).not.toContain('far')
    expect(list({ learned: learned(true) }, given)).toContain('far')
  })
  test('takes away what they dismiss, but no duty, and not from one who searches', () => {
    const learned = knowing({ isSuppressed: (id) => id === 's0' })
    expect(list({ learned })).not.toContain('s0')
    const duty = scripts(2, { required: true })
    expect(list({ learned }, duty)).toContain('s0')
    const found = ask('邮费多少钱', { query: '说法一', because: 'manual' }, desk(scripts(3), { learned }))
    expect(idsOf(found)[0]).toBe('s0')
  })
})

describe('approved texts', () => {
  const own = [
    script({ id: 'own.a', category: 'C90', intents: [FEE], text: '邮费的事我来看' }),
    script({ id: 'own.b', category: 'C91', intents: [FEE], text: '邮费我帮您问问' }),
  ]
  test('are offered to everybody, or to their owner alone', () => {
    const approved = { library: desk(own).library, owner: (id: string) => (id === 'own.b' ? 'wang' : undefined) }
    const learned = knowing({ approved })
    const for_ = (agent: string) =>
      idsOf(ask('邮费多少钱', { limit: 10, agent: { id: agent } }, desk(scripts(2), { learned })))
    expect(for_('li')).toContain('own.a')
    expect(for_('li')).not.toContain('own.b')
    expect(for_('wang')).toContain('own.b')
  })
})

describe('exploration', () => {
  const propensities = (draw?: () => number) =>
    ask('邮费多少钱', { limit: 3 }, desk(scripts(5), { draw })).evidence.map(({ propensity }) => propensity)
  test('swaps near-ties now and then, and tells the chance', () => {
    expect(list({ draw: () => 0 }).slice(0, 2)).toEqual(['s1', 's0'])
    expect(list({ draw: () => 0.99 })).toEqual(list({}))
    expect(propensities(() => 0)).toEqual([0.15, undefined, 0.15])
    expect(propensities(() => 0.99)).toEqual([0.85, 0.85, 0.85])
  })
  test('is off without a draw: the same input gives the same order', () => {
    expect(propensities()).toEqual([undefined, undefined, undefined])
    expect(list({ learned: NOTHING })).toEqual(list({}))
  })
  test('never puts what only holds before what answers', () => {
    const given = [
      scripts(1)[0]!,
      script({ id: 'hold', category: 'C79', intents: [FEE], tier: 'hold', text: '我查一下' }),
    ]
    expect(list({ draw: () => 0 }, given)).toEqual(list({}, given))
  })
  test("never puts a pack's words before the store's own", () => {
    const given = scripts(2)
    const made = libraryInSteps(given, (id) => id === 's0')
    let step = made.next()
    while (!step.done) step = made.next()
    const using = (more: object) => ({
      ...desk(given, { weights: { ...WEIGHTS, own: 0.01 }, ...more }),
      library: step.value as Library,
    })
    const order = (more: object) => idsOf(ask('邮费多少钱', { limit: 2 }, using(more)))
    expect(order({ draw: () => 0 })).toEqual(order({}))
    expect(order({})).toEqual(['s0', 's1'])
  })
})
