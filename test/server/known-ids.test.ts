import { expect, test } from 'vitest'
import { KnownIds, saysOther } from '../../src/server/known-ids.ts'

test('a record is known while it is on its way, and afterwards by its print alone', async () => {
  const ids = new KnownIds()
  const { promise, resolve } = Promise.withResolvers<boolean>()
  ids.add('m', 'said', promise)
  expect([ids.has('m'), ids.size, ids.get('m')!.failed, [...ids.list()]]).toEqual([
    true,
    1,
    false,
    [['m', expect.any(Number), false]],
  ])
  resolve(true)
  await ids.settled()
  expect([ids.has('m'), ids.size, [...ids.list()]]).toEqual([true, 1, [['m', expect.any(Number), true]]])
  await ids.get('m')!.stored
})

test('what could not be stored says so, until it comes again', async () => {
  const ids = new KnownIds()
  ids.add('m', 'said', Promise.reject(new Error('disk full')))
  await ids.settled()
  expect(ids.get('m')).toMatchObject({ failed: true })
  ids.add('m', 'said', Promise.resolve(false))
  await ids.settled()
  expect([ids.get('m')!.failed, ids.size]).toEqual([false, 1])
})

test('two records under one id are told apart', () => {
  const ids = new KnownIds()
  ids.addDurable('m', 'Xl2vB0aQ9sLm4nKp7rTt1uVw')
  expect(saysOther(ids.get('m')!, 'Xl2vB0aQ9sLm4nKp7rTt1uVw')).toBe(false)
  expect(saysOther(ids.get('m')!, 'Yl2vB0aQ9sLm4nKp7rTt1uVw')).toBe(true)
})

test('one covers another that knows nothing more, but for what will come again', () => {
  const [one, other] = [new KnownIds(), new KnownIds()]
  for (const ids of [one, other]) ids.addDurable('a', 'p')
  other.takeOver('lost', 1, false)
  expect(one.covers(other)).toBe(true)
  other.add('new', 'p', new Promise(() => undefined))
  expect(one.covers(other)).toBe(false)
  one.become(other)
  expect([one.covers(other), one.size, one.get('lost')!.failed]).toEqual([true, 3, true])
})
