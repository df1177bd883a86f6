import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatewayUnderTest } from './gateway-under-test.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

const TALK = { store: 'demo', channel: 'web', conversationId: 'c' }
const DAY_MS = 86_400_000

test('events older than the retention leave the log, newer ones stay', async () => {
  const now = 1_795_000_000_000
  const { database } = await gatewayUnderTest({ clock: { now: () => now }, config: { retentionDays: 7 } })
  const at = (days: number) => ({
    ...TALK,
    kind: 'message' as const,
    key: `${days}`,
    print: '',
    body: {},
    at: now - days * DAY_MS,
  })
  await database.append([...Array.from({ length: 1_200 }, (_, i) => ({ ...at(8), key: `old${i}` })), at(6), at(0)])
  vi.advanceTimersByTime(3_600_000)
  await vi.waitFor(async () => expect((await database.conversation(TALK)).map(({ key }) => key)).toEqual(['6', '0']), {
    timeout: 10_000,
  })
})

test('nothing is deleted that a fold has not read yet', async () => {
  const now = 1_795_000_000_000
  const folds = ['kpis', 'learning'].map((name) => ({ name, forget: (body: unknown) => body }))
  const { database } = await gatewayUnderTest({ clock: { now: () => now }, config: { retentionDays: 7 }, folds })
  const old = { ...TALK, kind: 'message' as const, print: '', body: {}, at: now - 8 * DAY_MS }
  await database.append(Array.from({ length: 700 }, (_, i) => ({ ...old, key: `${i}` })))
  const places = (await database.read(0, 1_000)).map(({ n }) => n)
  const keptFrom = async () => (await database.read(0, 1))[0]?.key

  await database.saveFold({ name: 'kpis', version: 1, n: places.at(-1)!, body: {} })
  vi.advanceTimersByTime(3_600_000)
  await database.read(0, 1)
  expect(await keptFrom()).toBe('0')

  await database.saveFold({ name: 'learning', version: 1, n: places[599]!, body: {} })
  vi.advanceTimersByTime(3_600_000)
  await vi.waitFor(async () => expect(await keptFrom()).toBe('600'), { timeout: 10_000 })
})
