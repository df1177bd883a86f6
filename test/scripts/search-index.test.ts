import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearchIndex, termsOf } from '../../src/scripts/index.ts'

describe('termsOf', () => {
  test('cuts Han and Hangul into pairs and Latin into words', () => {
    expect(termsOf('纯棉T恤')).toEqual(['纯棉', 't', '恤'])
    expect(termsOf('Free Shipping over 59')).toEqual(['free', 'shipping', 'over', '59'])
    expect(termsOf('배송비는')).toEqual(['배송', '송비', '비는'])
    expect(termsOf('，。!')).toEqual([])
  })
  test('folds traditional characters and width', () => {
    expect(termsOf('包郵ＯＫ')).toEqual(termsOf('包邮ok'))
  })
})

/** BM25 by the book, in double precision. */
function naive(texts: readonly string[], query: string, limit: number): { document: number; score: number }[] {
  const bags = texts.map(termsOf)
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / Math.max(1, bags.length)
  const terms = [...new Set(termsOf(query))]
  const scored = bags.map((bag, document) => {
    let score = 0
    for (const term of terms) {
      const count = bag.filter((other) => other === term).length
      const having = bags.filter((other) => other.includes(term)).length
      const idf = Math.log(1 + (texts.length - having + 0.5) / (having + 0.5))
      if (count > 0) score += (idf * count * 2.2) / (count + 1.2 * (1 - 0.6 + (0.6 * bag.length) / average))
    }
    return { document, score }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, limit)
}

const text = fc
  .array(fc.constantFrom('纯', '棉', '邮', '费', '包', '码', 'size ', 'ship ', 'M ', '，'), {
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) => parts.join(''))

describe('search', () => {
  test('scores and orders as BM25 by the book', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        text,
        fc.integer({ min: 1, max: 5 }),
        (texts, query, limit) => {
          const hits = createSearchIndex(texts).search(query, limit)
          const wanted = naive(texts, query, limit)
          expect(hits.length).toBe(wanted.length)
          const all = new Map(naive(texts, query, texts.length).map(({ document, score }) => [document, score]))
          hits.forEach((hit, i) => {
            expect(hit.score).toBeCloseTo(wanted[i]!.score, 4)
            expect(hit.score).toBeCloseTo(all.get(hit.document)!, 4)
          })
        },
      ),
      { numRuns: 300 },
    )
  })
  test('ties go by position', () => {
    const { search } = createSearchIndex(['包邮', '纯棉', '包邮', '包邮'])
    expect(search('包邮', 10).map(({ document }) => document)).toEqual([0, 2, 3])
    expect(search('包邮', 2).map(({ document }) => document)).toEqual([0, 2])
  })
  test('a search leaves nothing behind for the next', () => {
    const { search } = createSearchIndex(['纯棉短袖', '纯棉长裤', '包邮'])
    const first = search('纯棉', 1)
    search('包邮纯棉', 3)
    expect(search('纯棉', 1)).toEqual(first)
  })
  test('finds nothing without a shared term, in an empty index, or for an empty text', () => {
    expect(createSearchIndex(['纯棉']).search('包邮', 3)).toEqual([])
    expect(createSearchIndex([]).search('包邮', 3)).toEqual([])
    expect(createSearchIndex(['纯棉']).search('', 3)).toEqual([])
  })
  test('a rare word outweighs a common one', () => {
    const { search } = createSearchIndex(['邮费 包邮', '邮费 多少', '邮费 新疆', '邮费 规则'])
    expect(search('新疆邮费', 1)[0]!.document).toBe(2)
  })
})
