import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultsAt } from '../../src/console/policy/faults.ts'
import { titleOf } from '../../src/console/policy/row-title.ts'
import { type Kind, kindOf, plainOf, type Schema, wholeOf } from '../../src/console/policy/schema.ts'
import { StorePolicy } from '../../src/policy/index.ts'

/** What `GET /v1/policies/schema` answers. */
const root = z.toJSONSchema(StorePolicy, { io: 'input' }) as Schema

const fieldOf = (...names: string[]): Schema => {
  let schema = wholeOf(root)
  for (const name of names) schema = partsOf(kindOf(schema, undefined, root))[name]!
  return schema
}

/** The fields below a field, whatever its kind. */
function partsOf(kind: Kind): Readonly<Record<string, Schema>> {
  if (kind.is === 'group') return kind.properties
  if (kind.is === 'rows') return { '0': kind.items }
  if (kind.is === 'record') return { key: kind.values }
  if (kind.is === 'tuple') return Object.fromEntries(kind.items.entries())
  if (kind.is === 'per_name') return { plain: kind.plain, each: kind.each }
  if (kind.is === 'variant') return Object.assign({}, ...Object.values(kind.variants))
  return {}
}

function jsonBelow(schema: Schema, path: string): string[] {
  const kind = kindOf(schema, undefined, root)
  if (kind.is === 'json') return [path]
  return Object.entries(partsOf(kind)).flatMap(([name, one]) => jsonBelow(one, path === '' ? name : `${path}.${name}`))
}

describe('the form of a policy', () => {
  test('has a field for everything a store can say', () => {
    expect(jsonBelow(wholeOf(root), '')).toEqual([])
  })

  test('has a field for each value of what goes by channel, region or date, too', () => {
    const several = [{ value: undefined, only: { channel: ['jd'] } }, { value: undefined }]
    const sections = Object.entries(partsOf(kindOf(wholeOf(root), undefined, root)))
    const found = sections.flatMap(([section, one]) =>
      Object.entries(partsOf(kindOf(one, undefined, root))).flatMap(([name, field]) => {
        const kind = kindOf(field, several, root)
        return kind.is === 'by_condition' ? jsonBelow(kind.plain, `${section}.${name}`) : []
      }),
    )
    expect(found).toEqual([])
  })

  test.each([
    [['promotions'], 'rows'],
    [['promotions', '0', 'when', 'from'], 'date'],
    [['promotions', '0', 'when', 'channel'], 'list'],
    [['promotions', '0', 'rule'], 'variant'],
    [['promotions', '0', 'rule', 'tiers'], 'rows'],
    [['promotions', '0', 'categories'], 'choices'],
    [['shipping', 'zones', '0', 'fees'], 'record'],
    [['shipping', 'zones', '0', 'fees', 'key'], 'group'],
    [['discount', 'steps'], 'rows'],
    [['payment', 'methods'], 'rows'],
    [['payment', 'methods', '0'], 'localised'],
    [['calendar', 'workdays'], 'rows'],
    [['penalties', '0', 'range'], 'tuple'],
    [['penalties', '0', 'range', '1'], 'number'],
    [['returns', 'condition'], 'record'],
    [['persona', 'you'], 'localised'],
    [['persona', 'particles'], 'choices'],
    [['shipping', 'workweek'], 'list'],
    [['aftersale', 'compensationLimit'], 'per_name'],
    [['aftersale', 'compensationLimit', 'plain'], 'number'],
    [['aftersale', 'compensationLimit', 'each'], 'record'],
  ] as const)('%j is edited as %s', (names, is) => {
    expect(kindOf(fieldOf(...names), undefined, root).is).toBe(is)
  })

  test('a rule is told by its kind, without being asked for it twice', () => {
    const kind = kindOf(fieldOf('promotions', '0', 'rule'), undefined, root)
    if (kind.is !== 'variant') throw new Error(kind.is)
    expect([kind.by, Object.keys(kind.variants), Object.keys(kind.variants.group!)]).toEqual([
      'kind',
      ['tiers', 'group', 'bundle'],
      ['of', 'reduced', 'share'],
    ])
  })

  test('one value that always holds is edited as such; several have a case each, with a form for when', () => {
    const schema = fieldOf('shipping', 'cutoff')
    expect(plainOf([{ value: '16:00' }], schema, root)).toBe('16:00')
    expect(plainOf([{ value: '16:00', only: {} }], schema, root)).toBe('16:00')
    const cases = [{ value: '16:00', only: { channel: ['jd'] } }, { value: '15:00' }]
    expect(plainOf(cases, schema, root)).toBe(cases)
    const kind = kindOf(schema, cases, root)
    expect(kind.is === 'by_condition' && kindOf(kind.only, undefined, root).is).toBe('group')
  })

  test('a list whose entries happen to have a field called value stays a list', () => {
    const gifts = [{ id: 'g', name: '袜子', value: 9.9 }]
    const schema = fieldOf('gifts')
    expect(plainOf(gifts, schema, root)).toBe(gifts)
    expect(kindOf(schema, gifts, root).is).toBe('rows')
  })
})

test('a fault stands at the innermost field that is shown', () => {
  const faults = ['body.policy.coupons.0.when.to', 'body.policy.coupons.0', 'body.policy.coupons.0.zzz', 'coupons'].map(
    (path) => ({ path, message: path }),
  )
  const paths = (found: typeof faults) => found.map(({ path }) => path)
  expect(paths(faultsAt(faults, 'coupons', ['0']))).toEqual(['coupons'])
  expect(paths(faultsAt(faults, 'coupons.0', ['id', 'when']))).toEqual([faults[1]!.path, faults[2]!.path])
  expect(paths(faultsAt(faults, 'coupons.0.when.to'))).toEqual([faults[0]!.path])
  expect(paths(faultsAt(faults, 'coupon'))).toEqual([])
})

test('a folded row is called by what tells it apart', () => {
  expect(titleOf({ id: 'spring', name: { zh: '春上新', en: 'Spring' } }, 'en')).toBe('Spring · spring')
  expect(titleOf({ over: 100, minus: 10 }, 'zh')).toBe('100 · 10')
  expect(titleOf({ range: [0, null], below: 0.8 }, 'zh')).toBe('0,  · 0.8')
  expect(titleOf({}, 'zh')).toBe('')
  expect(titleOf('2026-02-14', 'zh')).toBe('')
})
