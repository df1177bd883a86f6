/** Whom a reply is for: customer types and the manner of speaking, as the shipped scripts answer them. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale, Message } from '../../src/protocol/index.ts'
import { isCasual } from '../../src/suggest/casual.ts'
import { type SuggestDeps, suggest } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'
import { agent, inputOf, shopper } from './small-desk.ts'

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})
const TEE: Message = { role: 'shopper', kind: 'product', text: '', ref: { id: 'tee-basic' } }
const shown = (messages: readonly Message[], locale: Locale = 'zh', uiLocale: Locale = 'zh') =>
  suggest(inputOf(messages, { locale, uiLocale }), deps).suggestions
const forTypes = (messages: readonly Message[], locale?: Locale) =>
  shown(messages, locale).filter(({ reasons }) => reasons.some(({ feature }) => feature === 'type'))

describe('a shopper of a type', () => {
  test.each<[string, Message[], string, Locale?]>([
    ['expert', [TEE, shopper('克重多少，什么面料')], 'zh.C17.expert'],
    ['beginner', [TEE, shopper('我第一次买，不懂，什么材质啊')], 'zh.C17.layman'],
    ['parent', [{ ...TEE, ref: { id: 'kids-tee' } }, shopper('给我家宝宝穿的，什么材质')], 'zh.C17.parent'],
    ['in a hurry', [shopper('我急用，什么时候发货')], 'zh.C81.hurry-short'],
    ['formal', [shopper('烦请告知何时能发货')], 'zh.C81.formal'],
    ['gift giver', [shopper('想送妈妈，有推荐的吗')], 'zh.C31.giver-budget'],
    ['price-led', [shopper('能便宜点吗'), agent('亲，已经是实价了'), shopper('再少点嘛')], 'zh.C44.bargainer'],
    ['doubter', [shopper('is this genuine?')], 'en.C21.doubter', 'en'],
  ])('%s', (_, messages, id, locale) => {
    expect(forTypes(messages, locale).map(({ scriptId }) => scriptId)).toContain(id)
  })
  test('is named to the agent with the word that told', () => {
    const says = (uiLocale: Locale) =>
      shown([shopper('我急用，什么时候发货')], 'zh', uiLocale).flatMap(({ reasons }) =>
        reasons.flatMap((reason) => (reason.feature === 'type' ? [reason.says] : [])),
      )[0]
    expect(says('zh')).toBe('顾客像赶时间的顾客（“急用”）')
    expect(says('en')).toBe('The shopper seems to be in a hurry ("急用")')
    expect(says('ko')).toBe('고객 유형: 급한 고객 (“急用”)')
  })
  test.each([
    [[shopper('什么时候发货')]],
    [[TEE, shopper('什么材质')]],
    [[shopper('有推荐的吗')]],
    [[shopper('什么快递')]],
  ])('of none gets no script of theirs: %o', (messages) => {
    const ids = shown(messages).flatMap(({ scriptId }) => scriptId.split('+'))
    expect(ids.filter((id) => deps.library.get(id)!.script.for.length > 0)).toEqual([])
  })
  test('an agent who searches finds the scripts of every type', () => {
    const found = suggest(inputOf([TEE, shopper('你好')], { locale: 'zh', query: '跟您不绕弯', limit: 10 }), deps)
    expect(found.suggestions.map(({ scriptId }) => scriptId)).toContain('zh.C16.expert')
  })
})

describe('a formal shopper', () => {
  test('is not called by a pet name, nor smiled at, nor chatted to', () => {
    for (const asked of ['贵店可否开具发票', '烦请告知邮费如何计算', '请问贵店何时能发货', '贵店商品可否优惠']) {
      for (const { text } of shown([shopper(asked)])) {
        expect(text).not.toMatch(/^亲|亲，|\/:\^_\^|😊/)
        expect(isCasual(text, 'zh')).toBe(false)
      }
    }
  })
  test('others are spoken to as ever', () => {
    expect(shown([shopper('邮费多少')])[0]!.text).toMatch(/^亲，.*\/:\^_\^$/)
    expect(shown([shopper('亲 有木有优惠鸭')]).some(({ text }) => text.startsWith('亲，'))).toBe(true)
  })
})

describe('isCasual', () => {
  test.each<[Locale, string]>([
    ['zh', '在呢在呢，您看看呀'],
    ['zh', '咱家明码标价'],
    ['en', 'Yeah, no worries at all'],
    ['ko', '넵 바로 볼게요'],
  ])('%s %s', (locale, text) => {
    expect(isCasual(text, locale)).toBe(true)
  })
  test.each<[Locale, string]>([
    ['zh', '寄哈尔滨预计3天到'],
    ['zh', '付款后48小时内发出，请您留意'],
    ['en', 'They deliver to Heyward Street'],
    ['ko', '결제 후 48시간 이내 출고됩니다'],
  ])('not %s %s', (locale, text) => {
    expect(isCasual(text, locale)).toBe(false)
  })
})
