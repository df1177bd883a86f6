import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGuard } from '../../src/guard/index.ts'
import type { Message } from '../../src/protocol/index.ts'
import { Answer } from '../../src/protocol/index.ts'
import { onWire } from '../../src/server/on-wire.ts'
import { createFlows, createFollow, WEIGHTS, type Weights } from '../../src/suggest/index.ts'
import { tinyModel } from '../intents/tiny-models.ts'
import { script } from '../scripts/script.ts'
import { flow } from './flows/flow.ts'
import { agent, ask, desk, event, forbidding, idsOf, SCRIPTS, shopper } from './small-desk.ts'

/** What shoppers of no shop ask. */
const RAIN = ['明天会下雨吗', '明天下雨吗', '后天会下雨吗', '会下雨吗'].map((text) => ({
  text,
  topics: ['chitchat_offtopic.unrelated'],
}))
const PRODUCT: Message = { role: 'shopper', kind: 'product', text: '', ref: { id: 'tee' } }

describe('what is shown', () => {
  test('an answer with the figure when it is known, the question for it when it is not', () => {
    expect(ask('到江苏邮费多少钱').suggestions[0]).toMatchObject({
      scriptId: 'zh.fee',
      tier: 'answer',
      text: '亲，到江苏的邮费是5元哦',
      templateText: '{{you}}，到{{region}}的邮费是{{shipping.fee}}哦',
    })
    expect(ask('邮费多少钱').suggestions[0]).toMatchObject({ scriptId: 'zh.fee-ask', tier: 'ask', asks: ['region'] })
    expect(idsOf(ask('到江苏邮费多少钱'))).not.toContain('zh.fee-ask')
    expect(idsOf(ask('邮费多少钱'))).not.toContain('zh.fee')
  })
  test('the short form inside a running talk', () => {
    const talk = [shopper('你好'), agent('您好呀'), shopper('到江苏邮费多少钱')]
    expect(ask(talk).suggestions[0]!.text).toBe('到江苏5元哦')
  })
  test('a bare value after our question answers the question asked', () => {
    const talk = [PRODUCT, shopper('我穿几码'), agent('身高体重多少呢'), shopper('165 110')]
    expect(ask(talk).suggestions[0]).toMatchObject({ scriptId: 'zh.size', text: '建议M码哦' })
  })
  test('questions still open, when an agent only bought time', () => {
    expect(idsOf(ask([shopper('有货吗'), agent('您稍等')]))[0]).toBe('zh.stock')
  })
  test('a script for the product before one for all', () => {
    const own = script({
      id: 'zh.stock-tee',
      category: 'C35',
      intents: ['stock_availability.check'],
      when: { product: 'tee' },
      text: '{{product.name}}有货，白色最多',
    })
    expect(idsOf(ask([PRODUCT, shopper('有货吗')], {}, desk([...SCRIPTS, own])))[0]).toBe('zh.stock-tee')
    expect(idsOf(ask('有货吗', {}, desk([...SCRIPTS, own])))).not.toContain('zh.stock-tee')
  })
  test('the rung of the haggling', () => {
    expect(idsOf(ask('能便宜点吗'))).toContain('zh.haggle-1')
    const second = idsOf(ask([shopper('能便宜点吗'), agent('已经是实价啦'), shopper('再少点吧')]))
    expect(second[0]).toBe('zh.haggle-2')
    expect(second).not.toContain('zh.haggle-1')
  })
  test('never more than asked for, each text once', () => {
    for (const limit of [1, 2, 10]) expect(ask('你好', { limit }).suggestions.length).toBeLessThanOrEqual(limit)
    expect(ask('你好', { limit: 1 }).suggestions).toHaveLength(1)
    const twins = [...SCRIPTS, { ...SCRIPTS.find(({ id }) => id === 'zh.stock')!, id: 'zh.stock-2' }]
    const texts = ask('有货吗', { limit: 10 }, desk(twins)).suggestions.map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })
  test('ids and positions follow the order', () => {
    expect(ask('你好', { turnId: 'turn' }).suggestions.map(({ id }) => id)).toEqual(
      ask('你好').suggestions.map((_, i) => `turn.${i + 1}`),
    )
  })
  test('fits the wire', () => {
    for (const said of ['到江苏邮费多少钱', '能便宜点吗', '☂', '165 110'])
      expect(Answer.safeParse(onWire(ask(said, { explain: true }), createFlows([]), 'zh')).error).toBeUndefined()
  })
})

describe('what was said', () => {
  test('is not offered again in the same words', () => {
    const talk = [shopper('有货吗'), agent('这款有现货哦'), shopper('真的有货吗')]
    expect(ask(talk, { limit: 10 }).suggestions.map(({ text }) => text)).not.toContain('这款有现货哦')
  })
  test('comes in other words when it is asked again', () => {
    const talk = [shopper('到江苏邮费多少钱'), agent('到江苏5元哦'), shopper('邮费多少钱')]
    expect(ask(talk).suggestions.find(({ scriptId }) => scriptId === 'zh.fee')).toMatchObject({ text: '邮费5元呢' })
  })
})

describe('an unsure reading', () => {
  const unsure = desk(SCRIPTS, { analyse: { ...desk().analyse, threshold: 1 } })
  test('gives no answer, but the agent is not left alone', () => {
    const answer = ask('到江苏邮费多少钱', {}, unsure)
    expect(answer.abstained).toBe(true)
    expect(answer.suggestions.length).toBeGreaterThan(0)
    expect(answer.suggestions.map(({ tier }) => tier)).not.toContain('answer')
  })
  test('leaves what the agent types, an event and the next step alone', () => {
    expect(ask('有货吗', { query: '这款有现' }, unsure).suggestions[0]).toMatchObject({ scriptId: 'zh.stock' })
    expect(idsOf(ask([event('order_paid')], { because: 'event' }, unsure))).toEqual(['zh.paid'])
  })
})

describe('gap', () => {
  test('none when something fits', () => {
    expect(ask('有货吗').gap).toBeUndefined()
  })
  test('no_script: understood, but nothing to say', () => {
    expect(ask('快递到哪了')).toMatchObject({ gap: 'no_script', abstained: true })
  })
  test('an answer with little behind it stays away, unless an agent looks for it', () => {
    const weights: Weights = { ...WEIGHTS, intent: 0.1, topic: 0.1, tier: 0.1 }
    const faint = desk(SCRIPTS, { weights })
    expect(ask('有货吗').suggestions[0]!.tier).toBe('answer')
    const answer = ask('有货吗', {}, faint)
    expect(answer.abstained).toBe(true)
    expect(answer.suggestions.length).toBeGreaterThan(0)
    expect(ask('有货吗', { query: '现货' }, faint).suggestions[0]!.tier).toBe('answer')
  })
  test('then clarifying and holding lines stand in, whatever was asked (P1)', () => {
    expect(idsOf(ask('快递到哪了'))).toEqual(expect.arrayContaining(['zh.clarify', 'zh.wait']))
  })
  test('out_of_scope: not understood and nothing to clarify with', () => {
    const mute = desk(
      SCRIPTS.filter(({ id }) => !['zh.clarify', 'zh.again', 'zh.hello', 'zh.wait'].includes(id)),
      {
        analyse: { ...desk().analyse, threshold: 1 },
      },
    )
    expect(ask('有货吗', {}, mute).gap).toBe('out_of_scope')
  })
  test('out_of_scope: about another trade, so that even a fitting answer stays away', () => {
    const analyseDeps = desk().analyse
    const zh = tinyModel('zh', RAIN)
    const foreign = desk(SCRIPTS, { analyse: { ...analyseDeps, models: { ...analyseDeps.models, zh } } })
    const answer = ask('明天会下雨吗', {}, foreign)
    expect(answer).toMatchObject({ gap: 'out_of_scope', abstained: true })
    expect(answer.suggestions.map(({ tier }) => tier)).toContain('ask')
    expect(ask('明天会下雨吗', { query: '这款有现' }, foreign).gap).toBeUndefined()
    expect(ask('有货吗', {}, foreign).gap).toBeUndefined()
  })
  test('nothing_to_answer: nobody has said anything', () => {
    const answer = ask([{ role: 'bot', text: '欢迎光临' }], {}, desk([]))
    expect(answer).toMatchObject({ gap: 'nothing_to_answer', suggestions: [], abstained: true })
  })
  test('all_blocked: the guard lets nothing through, no fallback either', () => {
    const answer = ask('有货吗', {}, desk(SCRIPTS, { guard: forbidding(/./u) }))
    expect(answer).toMatchObject({ gap: 'all_blocked', suggestions: [], abstained: true })
  })
})

describe('the guard', () => {
  test('takes out what it blocks, and the reason is kept', () => {
    const answer = ask('能便宜点吗', { explain: true }, desk(SCRIPTS, { guard: forbidding(/礼物/) }))
    expect(idsOf(answer)).not.toContain('zh.haggle-gift')
    expect(answer.dropped).toContainEqual({ scriptId: 'zh.haggle-gift', code: 'blocked:X1' })
  })
  test('leaves what it warns of, with the warning', () => {
    const answer = ask('能便宜点吗', {}, desk(SCRIPTS, { guard: forbidding(/(?!)/, /礼物/) }))
    expect(answer.suggestions.find(({ scriptId }) => scriptId === 'zh.haggle-gift')!.warnings).toEqual([
      { rule: 'X2', level: 'warn', start: 6, end: 8, says: '不行' },
    ])
  })
  test('that fails blocks', () => {
    const guard = createGuard({ zh: {}, en: {}, ko: {}, aliases: [] }, [
      {
        id: 'X3',
        level: 'hint',
        says: { zh: '', en: '', ko: '' },
        find: () => {
          throw new Error('broken rule')
        },
      },
    ])
    expect(ask('有货吗', {}, desk(SCRIPTS, { guard }))).toMatchObject({ gap: 'all_blocked', suggestions: [] })
  })
})

describe('after an agent has spoken', () => {
  const flows = createFlows([
    flow({
      id: 'F16',
      start: [{ to: 'verify', event: ['order_paid'] }],
      states: { verify: { suggests: ['C69'], end: true } },
    }),
  ])
  const withFlows = desk(SCRIPTS, { flows, analyse: { ...desk().analyse, follow: createFollow(flows) } })
  test('the next step of the order', () => {
    const talk = [shopper('有货吗'), agent('这款有现货哦')]
    expect(idsOf(ask(talk, { because: 'agent_reply' }))).toEqual(['zh.order'])
    const order = { id: '1', status: 'paid', lines: [{ id: 'tee', quantity: 2 }] } as const
    const facts = { order: { ...order, lines: [...order.lines] } }
    const paid = ask(talk, { because: 'agent_reply', facts }, withFlows)
    expect(paid.suggestions.find(({ scriptId }) => scriptId === 'zh.verify')).toMatchObject({
      text: '帮您核对下纯棉短袖×2',
      todo: [{ action: 'remark.add', done: false }],
    })
  })
})

describe('languages', () => {
  test('the shopper gets theirs, the agent the meaning in their own', () => {
    const { locale, suggestions } = ask('hello there', { uiLocale: 'zh' })
    expect(locale).toBe('en')
    expect(suggestions[0]).toMatchObject({
      scriptId: 'en.hello',
      text: 'Hello and welcome',
      gloss: '您好，欢迎来到{{shop}}',
    })
    expect(ask('你好').suggestions[0]).not.toHaveProperty('gloss')
  })
  test('reasons and warnings speak to the agent', () => {
    const says = ask('你好', { uiLocale: 'en' })
      .suggestions[0]!.reasons.map((reason) => reason.says)
      .join('\n')
    expect(says).toContain('Shopper asks: en:greeting.hello')
    expect(says).not.toMatch(/[\u4e00-\u9fff]/)
  })
  test('a talk begins in the language named, else in the first of the store', () => {
    expect(ask('165 55', { locale: 'en' }).locale).toBe('en')
    expect(ask('165 55').locale).toBe('zh')
  })
})

describe('the answer besides', () => {
  test('names facts nobody knows, and what was dropped only when asked', () => {
    expect(ask('你好', { facts: { product: { id: 'tee' }, weather: 'rain' } }).unknownFacts).toEqual(['fact.weather'])
    expect(ask('你好')).not.toHaveProperty('unknownFacts')
    expect(ask('你好')).not.toHaveProperty('dropped')
    expect(ask('你好', { explain: true }).dropped).toContainEqual({ scriptId: 'zh.again', code: 'first' })
  })
  test('carries the ids it was asked with', () => {
    const answer = ask([{ ...shopper('你好'), messageId: 'm1' }, shopper('在吗')], { conversationId: 'c', turnId: 'x' })
    expect(answer).toMatchObject({ turnId: 'x', conversationId: 'c', messageIds: ['m1'], because: 'message' })
    expect(ask('你好', { messageIds: ['a', 'b'] }).messageIds).toEqual(['a', 'b'])
  })
})

describe('laws', () => {
  const message = fc.oneof(
    fc
      .constantFrom(
        '有货吗',
        '邮费多少钱',
        '到江苏邮费多少钱',
        '穿什么码',
        '能便宜点吗',
        '你好',
        '165 110',
        '谢谢',
        '??',
      )
      .map(shopper),
    fc.constantFrom('您稍等', '身高体重多少呢', '已经是实价啦', '好的').map(agent),
  )
  const talk = fc.array(message, { minLength: 1, maxLength: 5 })
  test('the same input gives the same answer', () => {
    fc.assert(
      fc.property(talk, (messages) => {
        expect(ask(messages, { explain: true })).toEqual(ask(messages, { explain: true }))
      }),
      { numRuns: 60 },
    )
  })
  test('live and stateless agree: a turn on top of a state equals the whole talk', () => {
    fc.assert(
      fc.property(talk, fc.constantFrom('有货吗', '邮费多少钱', '165 110'), (messages, last) => {
        const before = ask(messages).state
        const live = ask([shopper(last)], { before })
        const whole = ask([...messages, shopper(last)])
        expect(live.suggestions).toEqual(whole.suggestions)
        expect(live.state).toEqual(whole.state)
      }),
      { numRuns: 60 },
    )
  })
  test("the library's order decides ties only: another order, the same scores", () => {
    const order = fc.shuffledSubarray([...SCRIPTS], { minLength: SCRIPTS.length })
    fc.assert(
      fc.property(fc.constantFrom('有货吗', '邮费多少钱', '穿什么码', '能便宜点吗', '你好'), order, (text, scripts) => {
        const shown = (deps: ReturnType<typeof desk>) =>
          ask(text, { limit: 10 }, deps).suggestions.map(({ scriptId, score }) => [scriptId, score])
        expect(shown(desk(scripts)).sort()).toEqual(shown(desk()).sort())
      }),
      { numRuns: 60 },
    )
  })
})
