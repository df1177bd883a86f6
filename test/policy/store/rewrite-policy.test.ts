import { expect, test } from 'vitest'
import { parseStore } from '../../../src/policy/index.ts'

const STORE = { id: 's', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY' }

test('rewriting is not automatic unless the store says so', () => {
  expect(parseStore(STORE, 's').store?.rewrite).toEqual({ automatic: false, tone: 'store', perHour: 300 })
  const own = { automatic: true, tone: 'warmer', perHour: 0 }
  expect(parseStore({ ...STORE, rewrite: own }, 's').store?.rewrite).toEqual(own)
})

test('what cannot be is named by its path, every fault of it', () => {
  const { faults } = parseStore({ ...STORE, rewrite: { automatic: 'yes', tone: 'rude', perHour: -1, model: 'x' } }, 's')
  const said = JSON.stringify(faults)
  for (const name of ['automatic', 'tone', 'perHour', 'model']) expect(said).toContain(name)
})
