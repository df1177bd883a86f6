import { expect, test } from 'vitest'
import { z } from 'zod'
import { Card, StorePolicy } from '../../src/policy/index.ts'

test('store and card files have a JSON Schema for the editor', () => {
  for (const [schema, name] of [
    [StorePolicy, 'StorePolicy'],
    [Card, 'Card'],
  ] as const) {
    const json = z.toJSONSchema(schema, { io: 'input' }).$defs?.[name]
    expect(json).toMatchObject({ additionalProperties: false, required: expect.arrayContaining(['id']) })
  }
})
