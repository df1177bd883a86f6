import { describe, expect, test } from 'vitest'
import { SLOTS, type SlotName } from '../../../src/intents/index.ts'
import { createFacts, reachOfSlot } from '../../../src/policy/index.ts'
import type { State } from '../../../src/protocol/index.ts'
import { CATALOGUE, STORE } from '../demo.ts'

const ALL = Object.keys(SLOTS) as SlotName[]
const base = {
  ...{ store: STORE, catalogue: CATALOGUE, channel: 'taobao', slots: {} as State['slots'], locale: 'zh' as const },
  now: Date.parse('2026-11-24T10:00:00+08:00'),
}
const EVERYTHING = Object.fromEntries(ALL.map((slot) => [slot, `说${slot}`]))

describe('what people tell', () => {
  test.each([undefined, 'tee-basic'])(
    'never stands above what the files know, and fills what a person may fill (%s)',
    (productId) => {
      const without = createFacts({ ...base, productId })
      const told = createFacts({ ...base, productId, told: (slot) => `店${slot}` })
      const live = createFacts({ ...base, productId, told: () => '店', live: { slots: EVERYTHING } })
      for (const slot of ALL) {
        const known = without.get(slot)
        const reach = reachOfSlot(slot)
        if (known === undefined && reach !== undefined) {
          expect(told.get(slot)).toMatchObject({ text: `店${slot}`, source: SLOTS[slot].from })
          expect(live.get(slot)?.text).toBe(`说${slot}`)
        } else {
          expect(told.get(slot)).toEqual(known)
          expect(live.get(slot)).toEqual(known)
        }
      }
    },
  )

  test('of a product is asked for by its id and in the language of the talk', () => {
    const asked: unknown[] = []
    const told = (...given: unknown[]) => {
      asked.push(given)
      return undefined
    }
    createFacts({ ...base, productId: 'tee-basic', locale: 'ko', told }).get('product.ingredients')
    expect(asked).toEqual([['product.ingredients', 'tee-basic', 'ko']])
  })

  test('is made fit for one line', () => {
    const live = { slots: { 'product.ingredients': ' 大豆 https://x.example\n13812345678 ' } }
    expect(createFacts({ ...base, live }).get('product.ingredients')?.text).toBe('大豆')
    expect(createFacts({ ...base, live: { slots: { 'product.ingredients': ' \n' } } }).get('product.ingredients')).toBe(
      undefined,
    )
  })

  test('reaches as far as what it is about', () => {
    expect(
      ['product.origin', 'shipping.dispatch', 'shipping.fee', 'height', 'you', 'phone', 'product.category'].map(
        (slot) => reachOfSlot(slot as SlotName),
      ),
    ).toEqual(['product', 'store', 'chat', undefined, undefined, undefined, undefined])
  })
})
