/** Random haggling talks over the shipped data (F8): whatever is sent, the ladder climbs, gives no reason twice and never goes below the floor. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import type { Locale, Message, Role, State } from '../../src/protocol/index.ts'
import { costsIn, createFollow, type SuggestDeps, type Suggested, suggest } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'
import { agent, inputOf, shopper } from './small-desk.ts'

type Bargain = SuggestDeps['store']['bargain']

let shipped: SuggestDeps
beforeAll(async () => {
  shipped = (await trainedEngine()).deps('demo')
})

const PRICE = 59
const OPENINGS: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['这件纯棉短袖能便宜点吗', '老板便宜点呗', '这个有没有优惠价', '能打个折吗'],
  en: ['can you do the cotton T-shirt cheaper?', 'any discount for me?', 'could you lower the price a bit?'],
  ko: ['순면 반팔티 좀 깎아 주세요', '조금만 할인해 주시면 안 돼요?', '좀 싸게 해 주세요'],
}
const MORE: Readonly<Record<Locale, readonly string[]>> = {
  zh: [
    '再少点嘛',
    '还是太贵了，再便宜点',
    '50块行不行',
    '57给我我就拍',
    '便宜五块我马上下单',
    '别家都比你便宜',
    '不便宜我就去别家买了',
    '求求了学生党没钱',
    '帮帮忙，手头真的紧',
    '最低多少，给个痛快价',
    '真的一分都不能少吗',
    '抹个零总行吧',
  ],
  en: [
    'come on, a bit cheaper please',
    'still too much, any better price?',
    'would you take $50',
    "57 and it's a deal",
    'it is cheaper elsewhere',
    "otherwise I'll buy it from another shop",
    "pretty please, I'm a broke student",
    'what is your best price',
    'not even a little off?',
  ],
  ko: [
    '조금만 더 깎아 주세요',
    '여전히 비싸요 더 할인해 주세요',
    '50위안에 주세요',
    '57위안에 해 주시면 바로 살게요',
    '다른 데가 더 싸요',
    '안 깎아 주시면 다른 데서 살게요',
    '학생이라 돈이 없어요 제발요',
    '마지막으로 조금만 빼 주세요',
  ],
}

const always = <T>(value: T) => [{ value }]
const FIXED: Bargain = { mode: always('fixed' as const) }
const bounded = (floor: number, authority: 'agent' | 'lead'): Bargain => ({
  mode: always('bounded' as const),
  floor: always(floor),
  authority: always(authority),
})
const BARGAINS = [FIXED, bounded(0.95, 'agent'), bounded(0.9, 'agent'), bounded(0.85, 'lead'), bounded(0.97, 'lead')]
const QUIET = { promotions: [], coupons: [], gifts: [], discount: {} }
const OFFERS = [{}, QUIET] as const

const talks = fc.record({
  locale: fc.constantFrom<Locale>('zh', 'zh', 'en', 'ko'),
  bargain: fc.constantFrom(...BARGAINS),
  offers: fc.constantFrom(...OFFERS),
  role: fc.constantFrom<Role>('agent', 'lead'),
  goods: fc.constantFrom(undefined, 'tee-basic'),
  opening: fc.nat(9),
  more: fc.array(fc.tuple(fc.nat(99), fc.nat(2)), { minLength: 3, maxLength: 7 }),
})
type Talk = typeof talks extends fc.Arbitrary<infer T> ? T : never

function depsOf({ bargain, offers }: Pick<Talk, 'bargain' | 'offers'>): SuggestDeps {
  const store = { ...shipped.store, bargain, ...offers } as SuggestDeps['store']
  return {
    ...shipped,
    store,
    analyse: { ...shipped.analyse, follow: createFollow(shipped.flows, costsIn(store, shipped.catalogue)) },
  }
}

interface Turn {
  readonly said: string
  readonly answer: Suggested
  readonly before: State
  readonly sent: Suggested['suggestions'][number]
}

/** The talk as an agent has it who sends the first, second or third suggestion, as picked. */
function play({ locale, role, goods, opening, more, ...store }: Talk): Turn[] {
  const deps = depsOf(store)
  const lines = [
    OPENINGS[locale][opening % OPENINGS[locale].length]!,
    ...more.map(([i]) => MORE[locale][i % MORE[locale].length]!),
  ]
  const turns: Turn[] = []
  let before = initialState(locale)
  let reply: Message[] = []
  lines.forEach((said, i) => {
    const facts = goods === undefined ? {} : { product: { id: goods } }
    const messages = [...reply, shopper(said)]
    const answer = suggest(inputOf(messages, { before, locale, facts, roles: [role], limit: 10 }), deps)
    const sent = answer.suggestions[Math.min(more[i]?.[1] ?? 0, answer.suggestions.length - 1)]!
    turns.push({ said, answer, before, sent })
    before = answer.state
    reply = sent ? [agent(sent.text)] : []
  })
  return turns
}

/** So many arguments that were not used are there on every rung. */
const FRESH: Readonly<Record<Locale, number>> = { zh: 2, en: 2, ko: 2 }
const HAGGLING = /^\w+\.C4[2-6]\./
const scriptsOf = ({ scriptId }: { readonly scriptId: string }) => scriptId.split('+')
const argumentsOf = (suggestion: { readonly scriptId: string }) =>
  scriptsOf(suggestion).flatMap((id) => shipped.library.get(id)?.script.argument ?? [])
/** Prices that a reply of the last round or after it grants. */
const grantedIn = ({ scriptId, text }: { readonly scriptId: string; readonly text: string }) =>
  /\.(?:C46|C47\.granted)/.test(scriptId)
    ? [...text.matchAll(/(\d+(?:\.\d+)?)(?:元|위안)|¥(\d+(?:\.\d+)?)/g)].map((m) => Number(m[1] ?? m[2]))
    : []
const NO = /不(?!好意思|错|过|仅|用担心|客气|限|少|断|同)/g

test('random haggling talks', () => {
  const rungs = new Set<number>()
  let conceded = 0
  fc.assert(
    fc.property(talks, (talk) => {
      const used = new Set<string>()
      const floor = talk.bargain.floor?.[0]?.value ?? 1
      let rung = 0
      for (const { said, answer, before, sent } of play(talk)) {
        const { state, suggestions } = answer
        const where = `${said}: ${suggestions.map(({ scriptId, text }) => `${scriptId} ${text}`).join(' | ')}`
        expect(suggestions.length, where).toBeGreaterThan(0)
        expect(state.rung ?? 0, where).toBeGreaterThanOrEqual(rung)
        rung = state.rung ?? 0
        rungs.add(rung)
        if (state.haggle)
          expect(new Set(suggestions.flatMap(argumentsOf)).size, where).toBeGreaterThanOrEqual(FRESH[talk.locale])
        for (const suggestion of suggestions) {
          if (HAGGLING.test(suggestion.scriptId)) {
            expect(
              argumentsOf(suggestion).filter((one) => used.has(one)),
              where,
            ).toEqual([])
            expect(suggestion.text.match(NO)?.length ?? 0, suggestion.text).toBeLessThanOrEqual(1)
          }
          for (const price of grantedIn(suggestion)) {
            expect(price, where).toBeGreaterThanOrEqual(PRICE * floor - 0.001)
            if (before.conceded && state.slots.quantity?.value === before.slots.quantity?.value)
              expect(price, where).toBe(before.conceded.price)
          }
        }
        const given = state.conceded
        if (given) conceded += 1
        // with offers that run, less than the page price is given away
        if (given?.amount !== undefined)
          expect(given.price! + given.amount, where).toBeLessThanOrEqual(PRICE * given.pieces + 0.001)
        for (const argument of sent ? argumentsOf(sent) : []) used.add(argument)
      }
    }),
    { numRuns: 80 },
  )
  // the talks must reach what they are about
  expect([...rungs].sort()).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6]))
  expect(conceded).toBeGreaterThan(0)
}, 20_000)
