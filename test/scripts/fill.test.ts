import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SlotName } from '../../src/intents/index.ts'
import { fill, parseTemplate } from '../../src/scripts/index.ts'
import { factTable } from './script.ts'

const say = (template: string, facts: Parameters<typeof factTable>[0] = {}) => {
  const filled = fill(parseTemplate(template), factTable(facts))
  return 'lacks' in filled ? `lacks ${filled.lacks}` : filled.text
}

describe('fill', () => {
  test('prints facts and says which', () => {
    const filled = fill(
      parseTemplate('{{you}}，到{{region}}邮费{{shipping.fee}}{{smile}}'),
      factTable({ you: '亲', region: '江苏', 'shipping.fee': '¥5', smile: '😊' }),
    )
    expect(filled).toEqual({
      text: '亲，到江苏邮费¥5😊',
      printed: [
        { name: 'region', text: '江苏' },
        { name: 'shipping.fee', text: '¥5' },
      ],
      missing: [],
    })
  })
  test('tells where a figure comes from when the fact does', () => {
    const facts = factTable({})
    const withWhy = { ...facts, get: () => ({ text: 'M码', value: 'M', source: 'calc' as const, why: '按身高体重' }) }
    expect(fill(parseTemplate('{{size.pick}}'), withWhy)).toMatchObject({
      printed: [{ name: 'size.pick', text: 'M码', why: '按身高体重' }],
    })
  })
  test('names the first required slot without a value', () => {
    expect(say('{{size.pick}}合适，{{shipping.fee}}')).toBe('lacks size.pick')
    expect(say('{{size.pick}}合适', { 'size.pick': '' })).toBe('lacks size.pick')
  })
  test('falls back, and says for what', () => {
    expect(fill(parseTemplate('{{product.name|这款}}有货'), factTable({}))).toEqual({
      text: '这款有货',
      printed: [],
      missing: ['product.name'],
    })
  })
  test('an empty address word leaves no stray comma', () => {
    expect(say('{{you}}，在的', { you: '' })).toBe('在的')
    expect(say('{{you}}, we ship today', {})).toBe('we ship today')
    expect(say('好的{{you}}，马上', { you: '' })).toBe('好的马上')
    expect(say('{{you}}，在的', { you: '亲' })).toBe('亲，在的')
    expect(say('{{you|您好}}，在的')).toBe('您好，在的')
  })
  test('an absent smile leaves no double space and no gap before a stop', () => {
    expect(say('hello {{smile}} there')).toBe('hello there')
    expect(say('thank you {{smile}}.')).toBe('thank you.')
    expect(say('在的{{smile}}')).toBe('在的')
  })

  const slots: readonly SlotName[] = ['you', 'smile', 'self', 'product.name', 'shipping.fee', 'size.pick', 'region']
  const part = fc.oneof(
    fc.constantFrom('，', '到', '邮费', ' pieces ', '。', '哦', ', '),
    fc.constantFrom(...slots).map((slot) => `{{${slot}}}`),
    fc.tuple(fc.constantFrom(...slots), fc.constantFrom('', '这款', '店里')).map(([slot, or]) => `{{${slot}|${or}}}`),
  )
  const table = fc.record(
    Object.fromEntries(slots.map((slot) => [slot, fc.constantFrom('', '亲', '¥5', 'M码', '江苏')])) as Record<
      SlotName,
      fc.Arbitrary<string>
    >,
    { requiredKeys: [] },
  )
  test('leaves no brace, prints only what stands in the text, and no sentence begins with a comma the voice left', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), table, (parts, facts) => {
        const template = parseTemplate(parts.join(''))
        const filled = fill(template, factTable(facts))
        if ('lacks' in filled) {
          expect(facts[filled.lacks] ?? '').toBe('')
          return
        }
        expect(filled.text).not.toMatch(/[{}]/)
        expect(filled.text).toBe(filled.text.trim())
        for (const { text } of filled.printed) expect(filled.text).toContain(text)
        for (const { name } of filled.printed) expect(['you', 'smile', 'self']).not.toContain(name)
        if (parts[0] === '{{you}}' && parts[1] === '，' && (facts.you ?? '') === '')
          expect(filled.text === '' || parts[2] === '，' || parts[2] === ', ' || filled.text[0] !== '，').toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
