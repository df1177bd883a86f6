import { expect, test } from 'vitest'
import { readText } from '../../src/guard/checked-text.ts'
import { compileLists } from '../../src/guard/lists.ts'
import { stockLeft } from '../../src/guard/stock-left.ts'
import { draft, factsOf } from './shipped-guard.ts'

const lexicon = compileLists({ zh: {}, en: {}, ko: {}, aliases: [] })
const left = (text: string, context: Parameters<typeof stockLeft>[1]) =>
  stockLeft(readText(text, 'zh', lexicon), context)

test('the known product comes first', () => {
  expect(left('只剩2件', { ...draft, facts: factsOf({ 'stock.left': 7 }), liveStock: { 红色: 2 } })).toBe(7)
})
test('of what the channel reports, the only variant or the one that is named', () => {
  expect(left('只剩2件', { ...draft, liveStock: { 红色: 2 } })).toBe(2)
  const liveStock = { 红色: 2, 蓝色: 9 }
  expect(left('蓝色还有', { ...draft, liveStock })).toBe(9)
  expect(left('还有', { ...draft, liveStock, shopperTexts: ['红色有吗'] })).toBe(2)
  expect(left('还有', { ...draft, liveStock })).toBeUndefined()
  expect(left('红色蓝色都有', { ...draft, liveStock })).toBeUndefined()
})
