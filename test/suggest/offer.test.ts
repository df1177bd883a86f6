import { describe, expect, test } from 'vitest'
import { analyse, initialState } from '../../src/intents/index.ts'
import { Card, type Catalogue, createCatalogue } from '../../src/policy/index.ts'
import { type Query, retrieve, type Script } from '../../src/scripts/index.ts'
import type { SuggestInput } from '../../src/suggest/index.ts'
import { type Dropped, offer } from '../../src/suggest/offer.ts'
import { openTurn } from '../../src/suggest/turn.ts'
import { script } from '../scripts/script.ts'
import { agent, desk, inputOf, SCRIPTS, shopper } from './small-desk.ts'

function offers(
  text: string,
  {
    scripts = SCRIPTS,
    query,
    input = {},
    threshold = 0.35,
    catalogue = desk(scripts).catalogue,
  }: {
    scripts?: readonly Script[]
    query?: Partial<Query>
    input?: Partial<SuggestInput>
    threshold?: number
    catalogue?: Catalogue
  } = {},
) {
  const deps = desk(scripts, { analyse: { ...desk(scripts).analyse, threshold }, catalogue })
  const given = inputOf([shopper(text)], { explain: true, ...input })
  const analysis = analyse(given.messages, given.before ?? initialState('zh'), deps.analyse, given.now)
  const dropped: Dropped[] = []
  const found = retrieve(deps.library, { locale: 'zh', text, topics: analysis.topics, ...query })
  const list = offer(openTurn(given, analysis, deps), found, dropped)
  return {
    list,
    ids: list.map(({ candidate }) => candidate.entry.script.id),
    dropped: new Map(dropped.map(({ scriptId, code }) => [scriptId, code])),
  }
}

describe('offer', () => {
  test('fills what can be said and names why the rest cannot', () => {
    const { ids, dropped } = offers('邮费多少钱')
    expect(ids).toContain('zh.fee-ask')
    expect(dropped.get('zh.fee')).toBe('lacks:region')
    const known = offers('到江苏邮费多少钱')
    expect(known.ids).toContain('zh.fee')
    expect(known.dropped.get('zh.fee-ask')).toBe('known:region')
  })
  test('does not ask for what was told, nor for the product that was shown', () => {
    const scripts = [
      script({ id: 'zh.body', intents: ['size_fit.recommend'], tier: 'ask', asks: ['height'], text: '您身高多少呢' }),
      script({
        id: 'zh.both',
        intents: ['size_fit.recommend'],
        tier: 'ask',
        asks: ['height', 'weight'],
        text: '身高体重说下',
      }),
      script({ id: 'zh.which', intents: ['size_fit.recommend'], tier: 'ask', asks: ['product_ref'], text: '哪款呢' }),
    ]
    const query = { topics: [{ name: 'size_fit.recommend', share: 0.9 }] }
    expect(offers('穿什么码', { scripts, query }).ids.sort()).toEqual(['zh.body', 'zh.both', 'zh.which'])
    const height = { value: 165, text: '165' }
    const before = { ...initialState('zh'), slots: { height }, product: 'not-in-the-catalogue' }
    const told = offers('穿什么码', { scripts, query, input: { before } })
    expect(told.ids).toEqual(['zh.both'])
    expect(told.dropped.get('zh.body')).toBe('known:height')
    expect(told.dropped.get('zh.which')).toBe('known:product_ref')
  })
  test('does not ask for height and weight where sizes go by the foot', () => {
    const scripts = [
      script({
        id: 'zh.body',
        intents: ['size_fit.recommend'],
        tier: 'ask',
        asks: ['height', 'weight'],
        text: '身高体重呢',
      }),
      script({ id: 'zh.feet', intents: ['size_fit.recommend'], tier: 'ask', asks: ['foot_length'], text: '脚长呢' }),
    ]
    const query = { topics: [{ name: 'size_fit.recommend', share: 0.9 }] }
    const sizeChart = { kind: 'shoes', rows: [{ size: '38', foot_length: [23.6, 24] }] }
    const shoes = Card.parse({ id: 's', title: '鞋', shortName: '鞋', category: 'clothing', price: 9, sizeChart })
    const asked = offers('穿几码', { scripts, query, catalogue: createCatalogue([shoes]) })
    expect(asked.ids).toEqual(['zh.feet'])
    expect(asked.dropped.get('zh.body')).toBe('needless:height')
    for (const goods of [{}, { catalogue: createCatalogue([]) }])
      expect(offers('穿几码', { scripts, query, ...goods }).ids).toContain('zh.body')
  })
  test('does not ask for a picture when one has come', () => {
    const scripts = [
      script({ id: 'zh.photo', intents: ['quality_issue.damaged'], tier: 'ask', text: '拍张照发来我看看' }),
      script({ id: 'zh.choose', intents: ['quality_issue.damaged'], text: '补发还是退款呢' }),
    ]
    const query = { text: '', topics: [{ name: 'quality_issue.damaged', share: 0.9 }] }
    const before = { ...initialState('zh'), pending: ['quality_issue.damaged'], said: ['拍张照片发我好吗'] }
    const picture = [{ role: 'shopper' as const, kind: 'image' as const }]
    const come = offers('', { scripts, query, input: { before, messages: picture } })
    expect(come.ids).toEqual(['zh.choose'])
    expect(come.dropped.get('zh.photo')).toBe('known:picture')
  })
  test('offers a few per topic, so that another topic gets its turn', () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      script({ id: `zh.many${i}`, intents: ['stock_availability.check'], text: `这款有货的呢${i}` }),
    )
    const { ids } = offers('有货吗', { scripts: [...many, ...SCRIPTS], input: { limit: 3 } })
    expect(ids.filter((id) => id.startsWith('zh.many')).length).toBeLessThanOrEqual(5)
  })
  test('gives no answer to an unsure reading', () => {
    const { list, dropped } = offers('到江苏邮费多少钱', { threshold: 1 })
    expect(dropped.get('zh.fee')).toBe('abstained')
    expect(list.map(({ candidate }) => candidate.entry.script.tier)).not.toContain('answer')
  })
  test('drops what has been said in every wording', () => {
    const before = { ...initialState('zh'), said: ['这款有现货哦'], agentTurns: 1 }
    expect(offers('有货吗', { input: { before } }).dropped.get('zh.stock')).toBe('repeated')
  })
  test('opens with the long form, goes on with the short one; a duty always takes the long', () => {
    const two = (required: boolean) => [
      script({
        id: 'a',
        intents: ['stock_availability.check'],
        required,
        wordings: [{ open: '亲，有货的呢', short: '有的' }],
      }),
    ]
    const text = (required: boolean, agentTurns: number) =>
      offers('有货吗', { scripts: two(required), input: { before: { ...initialState('zh'), agentTurns } } }).list[0]!
        .filled.text
    expect([text(false, 0), text(false, 1), text(true, 1)]).toEqual(['亲，有货的呢', '有的', '亲，有货的呢'])
  })
  test('fills no more than can be shown, the most promising first', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      script({
        id: `c${i}`,
        intents: ['stock_availability.check'],
        tier: i === 59 ? 'answer' : 'hold',
        text: `第${i}句`,
      }),
    )
    const { ids } = offers('有货吗', { scripts: [...crowd.slice(30), ...crowd.slice(0, 30)] })
    expect(ids.length).toBeLessThanOrEqual(20)
    expect(ids[0]).toBe('c59')
  })
})

test('an agent turn leaves nothing to be beside of', () => {
  const deps = desk()
  const input = inputOf([shopper('有货吗'), agent('有的哦')])
  const analysis = analyse(input.messages, initialState('zh'), deps.analyse, input.now)
  const dropped: Dropped[] = []
  const found = retrieve(deps.library, { locale: 'zh', text: '', topics: [], categories: ['C61'] })
  expect(offer(openTurn(input, analysis, deps), found, dropped)).toHaveLength(1)
  expect(dropped).toEqual([])
})
