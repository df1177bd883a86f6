import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '../../../src/server/adapters/database/connection.ts'
import { connectPostgres } from '../../../src/server/adapters/database/postgres.ts'
import { rowOf, storedOf } from '../../../src/server/adapters/database/rows.ts'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import type { Appended, Database, LogRecord, PlacedRecord } from '../../../src/server/ports.ts'
import { databaseConformance } from '../../conformance/database.ts'
import { type Postgres, postgres, query, startPostgres } from '../../services/postgres.ts'

let server: Postgres
beforeAll(async () => {
  server = await postgres()
})
afterAll(() => server.remove())

databaseConformance('PostgreSQL', async () => {
  const url = await server.createDatabase()
  return { open: () => openPostgres(url) }
})

const TALK = { store: 's', channel: 'web', conversationId: 'c' }
const record = (key: string, print = 'p'): LogRecord => ({ ...TALK, kind: 'message', key, print, at: 1, body: key })

/** Follows the log until the record `last` comes; returns all keys in the order in which they came. */
async function follow(database: Database, last: string): Promise<string[]> {
  const seen: PlacedRecord[] = []
  while (seen.at(-1)?.key !== last) {
    const news = await database.read(seen.at(-1)?.n ?? 0, 7)
    seen.push(...news)
    if (news.length === 0) await wait(1)
  }
  return seen.map(({ key }) => key)
}

test('who follows the log misses no record of a writer that commits late', async () => {
  const url = await server.createDatabase()
  const database = await openPostgres(url)
  const slow = await connectPostgres(url)
  const reached = Promise.withResolvers<void>()
  const late = write(slow, async (trx) => {
    await trx
      .insertInto('events')
      .values(rowOf(storedOf(record('late'))))
      .execute()
    reached.resolve()
    await wait(300)
  })
  await reached.promise
  const followed = follow(database, 'after')
  await Promise.all([late, database.append([record('after')])])
  expect(await followed).toEqual(['late', 'after'])
  await slow.close()
  await database.close()
})

test('many gateways at once: every key is written once, is told exactly to each of them, and followers see all in one order', async () => {
  const url = await server.createDatabase()
  const gateways = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
  const followers = gateways.slice(0, 2).map((gateway) => follow(gateway, 'end'))
  const KEYS = 300
  const told = await Promise.all(
    gateways.map(async (gateway, g) => {
      const results = new Map<string, Appended>()
      // each in an order of its own, in batches of many sizes
      const keys = Array.from({ length: KEYS }, (_, i) => `k${(i * [1, 7, 11][g]!) % KEYS}`)
      for (let from = 0, size = 1; from < KEYS; from += size, size = 1 + ((size + g + 3) % 17)) {
        const batch = keys.slice(from, from + size)
        const outcome = await gateway.append(batch.map((key) => record(key, g === 2 ? 'other' : 'same')))
        batch.forEach((key, i) => void results.set(key, outcome[i]!))
      }
      return results
    }),
  )
  await gateways[0]!.append([record('end')])
  const kept = new Map((await gateways[1]!.records(TALK)).map(({ key, print }) => [key, print]))
  expect(kept.size).toBe(KEYS + 1)
  for (let i = 0; i < KEYS; i += 1) {
    const results = told.map((results) => results.get(`k${i}`)!)
    const winner = results.indexOf('appended')
    const rest = (g: number) => ((g === 2) === (winner === 2) ? 'duplicate' : 'conflict')
    expect([i, ...results]).toEqual([i, ...[0, 1, 2].map((g) => (g === winner ? 'appended' : rest(g)))])
    expect(kept.get(`k${i}`)).toBe(winner === 2 ? 'other' : 'same')
  }
  const [one, two] = await Promise.all(followers)
  expect(one).toHaveLength(KEYS + 1)
  expect(new Set(one).size).toBe(KEYS + 1)
  expect(two).toEqual(one)
  await Promise.all(gateways.map((gateway) => gateway.close()))
})

test('many gateways may start at once on an empty database', async () => {
  const url = await server.createDatabase()
  const gateways = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
  expect(await gateways[2]!.append([record('a')])).toEqual(['appended'])
  await Promise.all(gateways.map((gateway) => gateway.close()))
})

test('many gateways adding and changing the same tasks: one of them each', async () => {
  const url = await server.createDatabase()
  const gateways = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
  const task = { ...TALK, id: 't', kind: 'k', dueAt: 1, body: {} }
  const added = await Promise.all(gateways.map((gateway) => gateway.addTasks([task])))
  expect(added.flat().filter(Boolean)).toHaveLength(1)
  const change = { id: 't', version: 2, dueAt: 1, state: 'done' as const, body: {} }
  const changed = await Promise.all(gateways.map((gateway) => gateway.changeTask(change)))
  expect(changed.filter(Boolean)).toHaveLength(1)
  await Promise.all(gateways.map((gateway) => gateway.close()))
})

test('a server that cannot be reached, entered or used is named, the password is not', async () => {
  const refusal = (url: string) => openPostgres(url).then(() => 'it opened', String)
  const gone = await refusal('postgres://huashu:pass-word@127.0.0.1:1/shop')
  expect(gone).toMatch(/the database at 127.0.0.1:1\/shop cannot be used: .*ECONNREFUSED/)
  expect(gone).not.toContain('pass-word')
  const url = new URL(await server.createDatabase())
  url.pathname = '/nowhere'
  expect(await refusal(url.href)).toContain('database "nowhere" does not exist')
  expect(await refusal(await server.createDatabase('LATIN1'))).toContain('its encoding is LATIN1, UTF8 is needed')
})

test('a database of a newer version is refused by name', async () => {
  const url = await server.createDatabase()
  await (await openPostgres(url)).close()
  await query(url, `insert into kysely_migration values ('2099-01-01-flying', '2099-01-01T00:00:00Z')`)
  await expect(openPostgres(url)).rejects.toThrow(/written by a newer version of Huashu \(2099-01-01-flying\)/)
})

test('calls fail while the server is away and work again when it is back', async () => {
  const own = await startPostgres({ durable: true })
  const database = await openPostgres(await own.createDatabase())
  expect(await database.append([record('a')])).toEqual(['appended'])
  await own.kill()
  await expect(database.append([record('b')])).rejects.toThrow()
  await expect(database.records(TALK)).rejects.toThrow()
  await own.start()
  expect(await database.append([record('a'), record('b')])).toEqual(['duplicate', 'appended'])
  await database.close()
  await own.remove()
})

test('a connection that the server ends in the middle of a transaction is not used again', async () => {
  const url = await server.createDatabase()
  const database = await openPostgres(url)
  const blocker = await connectPostgres(url)
  const reached = Promise.withResolvers<void>()
  const blocking = write(blocker, async () => {
    reached.resolve()
    await wait(300)
  })
  await reached.promise
  const waiting = database.append([record('a')])
  waiting.catch(() => undefined)
  await wait(100)
  await query(url, `select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'advisory'`)
  await expect(waiting).rejects.toThrow()
  await blocking
  for (let i = 0; i < 8; i += 1) expect(await database.append([record(`b${i}`)])).toEqual(['appended'])
  await blocker.close()
  await database.close()
})
