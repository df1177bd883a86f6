import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import type { LogRecord } from '../../../src/server/ports.ts'
import { databaseConformance } from '../../conformance/database.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

databaseConformance('node:sqlite', async () => {
  const folder = temporaryFolder()
  return { open: () => openSqlite(folder) }
})

test('a database of the first version opens: what was added since comes behind it', async () => {
  const folder = temporaryFolder()
  const first = await openSqlite(folder)
  const talk = { store: 's', channel: 'web', conversationId: 'c' }
  await first.append([{ ...talk, kind: 'facts', key: 'f', print: '', at: 1, body: { shopper: { id: 'ann' } } }])
  await first.close()
  const file = new DatabaseSync(join(folder, 'huashu.db'))
  file.exec(`DROP TABLE documents; DROP TABLE folds; DROP TABLE tasks; DROP TABLE shoppers; DROP TABLE versions;
    DELETE FROM kysely_migration WHERE name <> '2026-11-22-events'`)
  file.close()
  const database = await openSqlite(folder)
  expect(await database.documents('correction', 1)).toEqual([])
  expect(await database.talksOf('s', 'ann')).toEqual([talk])
  await database.close()
})

test('a database of a newer version is refused by name, and left as it is', async () => {
  const folder = temporaryFolder()
  await (await openSqlite(folder)).close()
  const path = join(folder, 'huashu.db')
  const file = new DatabaseSync(path)
  file.exec(`INSERT INTO kysely_migration VALUES ('2099-01-01-flying', '2099-01-01T00:00:00Z')`)
  file.close()
  await expect(openSqlite(folder)).rejects.toThrow(/written by a newer version of Huashu \(2099-01-01-flying\)/)
})

test('has one writer', async () => {
  const folder = temporaryFolder()
  const first = await openSqlite(folder)
  await expect(openSqlite(folder)).rejects.toThrow(/another process already writes/)
  await first.close()
  await (await openSqlite(folder)).close()
})

describe('a full disk', () => {
  const talk = { store: 's', channel: 'web', conversationId: 'c' }
  const record = (key: string, at = 1): LogRecord => ({
    ...talk,
    kind: 'message',
    key,
    print: '',
    at,
    body: { text: '长'.repeat(1_000) },
  })

  test('refuses a batch as a whole and takes it when there is space again', async () => {
    const folder = temporaryFolder()
    const database = await openSqlite(folder, { maxPages: 60 })
    let stored = 0
    while (
      await database.append([record(`k${stored}`)]).then(
        () => true,
        (error: Error) => error.message.includes('full') && false,
      )
    )
      stored += 1
    expect(stored).toBeGreaterThan(10)
    const batch = Array.from({ length: 5 }, (_, i) => record(`late${i}`, 2))
    await expect(database.append(batch)).rejects.toThrow(/full/)
    expect(await database.records(talk)).toHaveLength(stored)
    expect(await database.purge(2, Number.MAX_SAFE_INTEGER, 500)).toBe(stored)
    expect(new Set(await database.append(batch))).toEqual(new Set(['appended']))
    await database.close()
    const again = await openSqlite(folder)
    expect((await again.records(talk)).map(({ key }) => key)).toEqual(batch.map(({ key }) => key))
    await again.close()
  })
})

test('what was erased or has expired is in no file of the folder', async () => {
  const folder = temporaryFolder()
  const database = await openSqlite(folder)
  const talk = { store: 's', channel: 'web', conversationId: 'c' }
  const said = (i: number, conversationId: string): LogRecord => ({
    ...talk,
    conversationId,
    kind: i % 10 ? 'message' : 'facts',
    key: `${conversationId}${i}`,
    print: '',
    at: conversationId === 'old' ? 1 : 1_000,
    // of many lengths: on pages of their own, too
    body:
      i % 10
        ? { messageId: `${i}`, role: 'shopper', text: `SECRET-${conversationId}-`.repeat(1 + ((i * i) % 700)) }
        : { shopper: { id: conversationId } },
  })
  const all = Array.from({ length: 300 }, (_, i) => ['ann', 'bob', 'old'].map((who) => said(i, who))).flat()
  for (let from = 0; from < all.length; from += 50) await database.append(all.slice(from, from + 50))
  await database.purge(500, Number.MAX_SAFE_INTEGER, 500)
  await database.erase(await database.talksOf('s', 'ann'), 2_000)
  const found = (who: string) =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(`SECRET-${who}-`))
  expect(found('ann')).toEqual([])
  expect(found('old')).toEqual([])
  expect(found('bob')).toEqual(['huashu.db'])
  await database.close()
})
