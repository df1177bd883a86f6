import { expect, test } from 'vitest'
import { createCircuitBreaker } from '../../src/server/circuit-breaker.ts'
import { createHourlyBudget } from '../../src/server/hourly-budget.ts'

test('after failures in a row nothing is called for a while, then one call tries', () => {
  let now = 0
  const breaker = createCircuitBreaker({ now: () => now }, { failures: 2, pauseMs: 100 })
  breaker.failed()
  breaker.succeeded()
  breaker.failed()
  expect(breaker.mayCall()).toBe(true)
  breaker.failed()
  expect([breaker.isOpen, breaker.mayCall()]).toEqual([true, false])
  now = 100
  expect([breaker.mayCall(), breaker.mayCall()]).toEqual([true, false])
  breaker.failed()
  expect(breaker.mayCall()).toBe(false)
  now = 200
  expect(breaker.mayCall()).toBe(true)
  breaker.abandoned()
  expect(breaker.mayCall()).toBe(true)
  breaker.succeeded()
  expect([breaker.isOpen, breaker.mayCall(), breaker.mayCall()]).toEqual([false, true, true])
})

test('the budget counts any hour, each store for itself', () => {
  let now = 0
  const maySpend = createHourlyBudget({ now: () => now })
  expect([maySpend('a', 2), maySpend('a', 2), maySpend('a', 2), maySpend('b', 1), maySpend('c', 0)]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
  now = 3_600_001
  expect(maySpend('a', 2)).toBe(true)
})
