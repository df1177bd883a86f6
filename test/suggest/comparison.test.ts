/** A question about the goods, from the words to the suggestion: what the card says, and a task where it says nothing. */
import { beforeAll, expect, test } from 'vitest'
import type { Message } from '../../src/protocol/index.ts'
import { type SuggestDeps, suggest } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})

function first(text: string, product?: string) {
  const shown: Message[] = product === undefined ? [] : [{ role: 'shopper', kind: 'product', ref: { id: product } }]
  const { suggestions } = suggest(
    {
      turnId: 't',
      messages: [...shown, { role: 'shopper', text }],
      because: 'message',
      channel: 'web',
      roles: ['agent'],
      uiLocale: 'zh',
      limit: 3,
      now: Date.parse('2026-11-24T10:00:00+08:00'),
    },
    deps,
  )
  return suggestions[0]!
}

test("is answered in the card's words", () => {
  expect(first('这款是纯棉的吗', 'tee-basic').text).toContain('100%棉')
  expect(first('这款是纯棉的吗', 'jeans-straight').text).toContain('98%棉2%氨纶')
  expect(first('Is it machine washable?', 'tee-basic').text).toContain('machine wash')
})

test('points to the product that has it', () => {
  const { text, scriptId } = first('这款是纯棉的吗', 'hoodie-fleece')
  expect(scriptId).toBe('zh.C16.compare_other')
  expect(text).toContain('纯棉短袖')
})

test('leaves a task where the card says nothing', () => {
  const { tier, todo, text } = first('有口袋吗', 'tee-basic')
  expect(tier).toBe('hold')
  expect(todo).toEqual([{ action: 'warehouse.check', copy: '口袋', done: false }])
  expect(text).not.toMatch(/有口袋|没有口袋/)
})

test('is not answered without a product', () => {
  expect(first('这款是纯棉的吗').scriptId).not.toContain('compare')
})
