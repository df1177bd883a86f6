import { expect, test } from 'vitest'
import { restrictedBy, restrictsSome } from '../../src/policy/index.ts'
import { STORE } from './demo.ts'

const jerky = { id: 'beef-jerky', category: 'snacks' } as const

test.each([
  ['food to Hong Kong', jerky, { zone: 'hmt', region: '香港' }, true],
  ['tea overseas', { id: 'tea-puer', category: 'tea' } as const, { zone: 'overseas', region: '美国' }, true],
  ['food inside the country', jerky, { zone: 'jzh', region: '江苏' }, false],
  ['clothes to Hong Kong', { id: 'tee-basic', category: 'clothing' } as const, { zone: 'hmt', region: '香港' }, false],
  ['a teapot is no tea', { id: 'teapot-glass', category: 'tea' } as const, { zone: 'hmt', region: '香港' }, false],
])('%s', (_, goods, to, restricted) => expect(restrictedBy(STORE.shipping, goods, to) !== undefined).toBe(restricted))

test('a rule may name a region instead of a zone', () => {
  const restricted = [{ categories: ['snacks' as const], to: ['西藏'], except: [], why: '路上太久' }]
  expect(restrictedBy({ restricted }, jerky, { zone: 'remote', region: '西藏' })).toBe('路上太久')
  expect(restrictedBy({ restricted }, jerky, { zone: 'remote', region: '青海' })).toBeUndefined()
})

test('tells whether the goods matter at all', () => {
  expect(restrictsSome(STORE.shipping, { zone: 'hmt', region: '香港' })?.categories).toEqual(['snacks', 'tea'])
  expect(restrictsSome(STORE.shipping, { zone: 'jzh', region: '江苏' })).toBeUndefined()
})
