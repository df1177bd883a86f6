import { describe, expect, test } from 'vitest'
import { normalise } from '../../../src/intents/index.ts'
import { createFacts, type FactsInput } from '../../../src/policy/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

function factsOf(words: string, productId: string | undefined, given: Partial<FactsInput> = {}) {
  return createFacts({
    store: STORE,
    catalogue: CATALOGUE,
    slots: {},
    locale: 'zh',
    channel: 'taobao',
    now: Date.parse('2026-11-24T10:00:00+08:00'),
    productId,
    words: normalise(words).text,
    ...given,
  })
}

describe('compare.*', () => {
  test("confirms with the card's words", () => {
    const facts = factsOf('这款是纯棉的吗', 'tee-basic')
    expect(facts.get('compare.state')).toMatchObject({ text: '', value: 'confirm' })
    expect(facts.get('compare.about')?.text).toBe('材质')
    expect(facts.get('compare.value')?.text).toBe('100%棉，220克重')
    expect(facts.get('compare.asked')?.text).toBe('纯棉')
    expect(facts.get('compare.other')).toBeUndefined()
  })

  test('denies and names a product of the type that has it', () => {
    const facts = factsOf('是纯棉的吗', 'hoodie-fleece')
    expect(facts.get('compare.state')?.value).toBe('deny')
    expect(facts.get('compare.other')).toMatchObject({ text: '纯棉短袖', value: 'tee-basic' })
  })

  test('a denial asked the other way round names what fits the claim', () => {
    expect(factsOf('不是纯棉的吧', 'tee-basic').get('compare.other')?.value).not.toBe('tee-basic')
  })

  test.each([
    ['without a product', '是纯棉的吗', undefined],
    ['without a question', '我要纯棉的', 'tee-basic'],
    ['of a colour, which is a matter of stock', '有黑色吗', 'tee-basic'],
    ['of nothing the card could say', '能便宜点吗', 'tee-basic'],
  ])('none %s', (_, words, productId) => expect(factsOf(words, productId).get('compare.state')).toBeUndefined())

  test('live facts win over the card', () => {
    const live = { product: { id: 'tee-basic', attributes: { material: '95%棉5%氨纶' } } }
    expect(factsOf('是纯棉的吗', 'tee-basic', { live }).get('compare.state')?.value).toBe('deny')
  })

  test('words that the card does not have in the language confirm nothing', () => {
    const live = { product: { id: 'tee-basic', attributes: { material: '100%棉' } } }
    const facts = factsOf('is it 100% cotton?', 'tee-basic', { live, locale: 'en' })
    expect(facts.get('compare.state')?.value).toBe('unknown')
    expect(facts.get('compare.value')).toBeUndefined()
  })
})
