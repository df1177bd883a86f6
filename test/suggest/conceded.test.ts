import { describe, expect, test } from 'vitest'
import { initialState, normalise } from '../../src/intents/index.ts'
import type { Cost } from '../../src/policy/index.ts'
import type { Conceded, Locale, State } from '../../src/protocol/index.ts'
import { withConcession, withMargin } from '../../src/suggest/conceded.ts'

const TEE: Cost = { fen: 5900, eachFen: 5900, pieces: 1, product: 'tee' }
const F8 = [{ id: 'F8', state: 'insist', since: 0, touched: 1 }]

interface Case {
  readonly locale?: Locale
  readonly state?: Partial<State>
  readonly cost?: Cost | 'unknown'
  readonly category?: string
}

function conceded(text: string, { locale = 'zh', state, cost = TEE, category }: Case = {}): Conceded | undefined {
  const script = category ? { id: 'x', category, tier: 'answer' as const, intents: [], asks: [] } : undefined
  const moment = { role: 'agent' as const, text: normalise(text).text, script, holds: false }
  return withConcession({ ...initialState(locale), flows: F8, ...state }, moment, () =>
    cost === 'unknown' ? undefined : cost,
  ).conceded
}

describe('own words that grant a price', () => {
  test.each<[Locale, string, number]>([
    ['zh', '那给您55元吧', 55],
    ['zh', '好吧，55给您了', 55],
    ['zh', '行，55块您带走', 55],
    ['zh', '最低55哦', 55],
    ['zh', '那就按55拍吧', 55],
    ['zh', '亲，给您算五十五元吧', 55],
    ['zh', '给您便宜5块', 54],
    ['en', 'OK, I can do $55 for you', 55],
    ['en', 'I can give you $5 off', 54],
    ['ko', '그럼 55위안에 해 드릴게요', 55],
    ['ko', '5위안 깎아 드릴게요', 54],
  ])('%s %s', (locale, text, price) => {
    expect(conceded(text, { locale })).toEqual({ price, amount: 59 - price, pieces: 1, product: 'tee' })
  })
  test.each<[Locale, string]>([
    ['zh', '55真的不行呢'],
    ['zh', '没法给您55哦'],
    ['zh', '标价59元哦'],
    ['zh', '给您59元'],
    ['zh', '满99减10，可以凑一凑'],
    ['zh', '给您发5元券'],
    ['zh', '邮费给您算5元'],
    ['zh', '可以看看45元的那款'],
    ['zh', '给您找50元的那款'],
    ['zh', '收到55个好评了'],
    ['en', "I can't do 55, sorry"],
    ['en', 'You get $10 off over $99'],
    ['en', "We'll send it within 55 hours"],
    ['ko', '55위안은 어려워요'],
    ['ko', '99위안 이상 10위안 할인해 드려요'],
  ])('%s not: %s', (locale, text) => {
    expect(conceded(text, { locale })).toBeUndefined()
  })
  test('only while the price is talked of', () => {
    expect(conceded('那给您55元吧', { state: { flows: [] } })).toBeUndefined()
  })
  test('a figure below the price of one piece is meant for each', () => {
    const two = { ...TEE, fen: 11_800, pieces: 2 }
    expect(conceded('给您55元', { cost: two })).toEqual({ price: 110, amount: 8, pieces: 2, product: 'tee' })
    expect(conceded('给您110元', { cost: two })).toMatchObject({ price: 110, amount: 8 })
  })
})

describe('scripts', () => {
  test('of the last round grant what they print, whatever the flows', () => {
    const state = { flows: [] }
    expect(conceded('按规定给到55元，就是底了', { category: 'C46', state })).toMatchObject({ price: 55, amount: 4 })
    expect(conceded('价就到这儿了', { category: 'C46', state })).toBeUndefined()
  })
  test('of other categories grant nothing, whatever they print', () => {
    expect(conceded('55元够不着呢，帮您挑别的看看？', { category: 'C44' })).toBeUndefined()
  })
})

describe('goods whose cost is unknown', () => {
  const unpriced = (text: string, more: Case = {}) => conceded(text, { ...more, cost: 'unknown' })
  test('what a script grants, what comes off, the very figure asked for', () => {
    expect(unpriced('按规定给到55元', { category: 'C46' })).toEqual({ price: 55, pieces: 1 })
    expect(unpriced('给您便宜5块')).toEqual({ amount: 5, pieces: 1 })
    const asked = { slots: { price: { value: 55, text: '55' } }, product: 'tee' }
    expect(unpriced('好，55给您', { state: asked })).toEqual({ price: 55, pieces: 1, product: 'tee' })
    expect(unpriced('好，55给您')).toBeUndefined()
  })
})

describe('one after another', () => {
  const before = { conceded: { price: 55, amount: 4, pieces: 1, product: 'tee' } }
  test('a lower price replaces the one before, a higher one changes nothing', () => {
    expect(conceded('给您53元', { state: before })).toMatchObject({ price: 53, amount: 6 })
    expect(conceded('给您57元', { state: before })).toEqual(before.conceded)
    expect(conceded('按说好的55元走', { state: before })).toEqual(before.conceded)
  })
  test('of other goods the margins add up', () => {
    const other = { ...TEE, product: 'sock' }
    expect(conceded('给您53元', { state: before, cost: other })).toEqual({
      price: 53,
      amount: 10,
      pieces: 1,
      product: 'sock',
    })
  })
})

test('the margin is filled in once facts tell what the goods cost', () => {
  const state = (conceded: Conceded) => ({ ...initialState('zh'), conceded })
  const margin = (conceded: Conceded, cost: Cost | undefined = TEE) => withMargin(state(conceded), () => cost).conceded
  expect(margin({ price: 55, pieces: 1 })).toEqual({ price: 55, pieces: 1, amount: 4, product: 'tee' })
  for (const known of [
    { price: 55, pieces: 1, product: 'sock' },
    { price: 55, pieces: 2 },
    { price: 55, pieces: 1, amount: 3 },
    { amount: 5, pieces: 1 },
  ])
    expect(margin(known)).toEqual(known)
  expect(withMargin(state({ price: 55, pieces: 1 }), () => undefined).conceded).toEqual({ price: 55, pieces: 1 })
})
