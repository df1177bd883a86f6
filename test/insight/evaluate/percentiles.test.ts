import { expect, test } from 'vitest'
import { percentilesOf } from '../../../src/insight/evaluate/percentiles.ts'

test('nearest rank, sorted as numbers', () => {
  const samples = Array.from({ length: 200 }, (_, i) => 200 - i)
  expect(percentilesOf(samples)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198 })
  expect(percentilesOf([10, 9, 100])).toEqual({ count: 3, p50: 10, p95: 100, p99: 100 })
  expect(percentilesOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0 })
})
