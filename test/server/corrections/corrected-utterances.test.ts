import { expect, test } from 'vitest'
import { normalise } from '../../../src/intents/index.ts'
import { correctedUtterances } from '../../../src/server/corrections/corrected-utterances.ts'

const SHIPPED = [
  { text: '穿什么码', topics: ['size_fit.recommend'] },
  { text: '包邮吗', topics: ['shipping_fee.free'] },
  { text: '包邮吗~', topics: ['shipping_fee.free'] },
]

test('without corrections nothing changes', () => {
  expect(correctedUtterances(SHIPPED, [])).toEqual(SHIPPED)
})

test('a correction takes the place of what reads the same, often enough that its own words are learned', () => {
  const all = correctedUtterances(SHIPPED, [{ text: '包郵嗎', topics: ['discount_promo.query'] }])
  expect(all[0]).toEqual(SHIPPED[0])
  const added = all.slice(1)
  expect(new Set(added.flatMap(({ topics }) => topics))).toEqual(new Set(['discount_promo.query']))
  // training merges what reads the same and leaves out what it has seen twice
  expect(new Set(added.map(({ text }) => normalise(text).text)).size).toBeGreaterThan(2)
})
