import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backup } from '../../../src/server/adapters/database/backup.ts'
import { connectPostgres } from '../../../src/server/adapters/database/postgres.ts'
import { restoreEmbedded, restorePostgres } from '../../../src/server/adapters/database/restore.ts'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import { readData } from '../../../src/server/cli/open-data.ts'
import type { Database, LogRecord } from '../../../src/server/ports.ts'
import { type Postgres, postgres } from '../../services/postgres.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

let server: Postgres
beforeAll(async () => {
  server = await postgres()
})
afterAll(() => server.remove())

const TALK = { store: 's', channel: 'web', conversationId: 'c' }
const record = (key: string): LogRecord => ({
  ...TALK,
  kind: 'message',
  key,
  print: 'p',
  at: 1_795_000_000_000,
  body: { text: `${key} 你好 😀` },
})

/** One of everything, more than one page of the log, and a place that was given out and is gone again. */
async function fill(database: Database): Promise<void> {
  await database.append(Array.from({ length: 1_203 }, (_, i) => record(`k${i}`)))
  await database.append([{ ...record('facts'), kind: 'facts', body: { shopper: { id: 'ann' } } }])
  await database.append([{ ...record('old'), at: 1, conversationId: 'd' }])
  await database.purge(2, Number.MAX_SAFE_INTEGER, 10)
  await database.saveFold({ name: 'kpis', version: 1, n: 7, body: { count: [1, 2] } })
  await database.addTasks([{ ...TALK, id: 't', kind: 'promise', dueAt: 1_795_000_000_000, body: { a: '在' } }])
  await database.saveDocuments([{ kind: 'correction', id: 'x', version: 1, body: { text: '在吗' } }])
  await database.saveGrant({
    sha256: 'g',
    parent: 'p',
    agent: { id: 'a' },
    roles: ['agent'],
    expiresAt: 1_800_000_000_000,
  })
}

async function contentsOf(database: Database) {
  return {
    log: await database.read(0, 10_000),
    fold: await database.fold('kpis'),
    tasks: await database.tasks({}, 9),
    talks: await database.talksOf('s', 'ann'),
    documents: await database.documents('correction', 9),
    grants: await database.grants(),
  }
}

/** A place for a database of this engine: how a gateway opens it, and what the commands do with it. */
async function place(engine: 'embedded' | 'PostgreSQL') {
  const dataDir = temporaryFolder()
  const databaseUrl = engine === 'embedded' ? undefined : await server.createDatabase()
  const restoreHere = async (file: string, replace: boolean) => {
    if (databaseUrl === undefined) return restoreEmbedded(file, dataDir, replace)
    const connection = await connectPostgres(databaseUrl)
    return restorePostgres(file, temporaryFolder(), connection, replace).finally(() => connection.close())
  }
  return {
    dataDir,
    open: () => (databaseUrl === undefined ? openSqlite(dataDir) : openPostgres(databaseUrl)),
    backUp: (file: string) => readData({ dataDir, databaseUrl }, (connection) => backup(connection, file)),
    restore: (file: string, { replace = false } = {}) => restoreHere(file, replace),
  }
}

const ENGINES = ['embedded', 'PostgreSQL'] as const
test.each(ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const)))(
  'all of it comes back, from %s to %s, and the log goes on where it was',
  async (from, to) => {
    const source = await place(from)
    const database = await source.open()
    await fill(database)
    const before = await contentsOf(database)
    const file = join(temporaryFolder(), 'huashu.backup')
    // the gateway keeps it open meanwhile
    expect(await source.backUp(file)).toBe(1_209)
    await database.append([record('afterwards')])
    await database.close()

    const target = await place(to)
    expect(await target.restore(file)).toBe(1_209)
    const copy = await target.open()
    expect(await contentsOf(copy)).toEqual(before)
    await copy.append([record('new')])
    expect((await copy.read(0, 10_000)).at(-1)!.n).toBeGreaterThan(before.log.at(-1)!.n + 1)
    expect(await copy.saveDocuments([{ kind: 'correction', id: 'y', version: 1, body: {} }])).toEqual([true])
    await copy.close()
  },
)

test.each(ENGINES)('what is there is not overwritten unless asked: %s', async (engine) => {
  const { dataDir, open, backUp, restore } = await place(engine)
  const file = join(temporaryFolder(), 'huashu.backup')
  const first = await open()
  await first.append([record('a'), record('b')])
  await first.close()
  await backUp(file)
  const second = await open()
  await second.append([record('c')])
  await second.close()

  await expect(restore(file)).rejects.toThrow('there are 3 rows already: --replace puts the backup in their place')
  await expect(backUp(file)).rejects.toThrow('is already there')
  expect(await restore(file, { replace: true })).toBe(2)
  const third = await open()
  expect((await third.read(0, 9)).map(({ key }) => key)).toEqual(['a', 'b'])
  await third.close()
  expect((await readdir(dataDir)).filter((name) => name.startsWith('restore-'))).toEqual([])
})

test.each(ENGINES)(
  'what is damaged, foreign or of a newer version is refused and changes nothing: %s',
  async (engine) => {
    const { open, backUp, restore } = await place(engine)
    const database = await open()
    await database.append([record('a')])
    await database.close()
    const folder = temporaryFolder()
    const good = join(folder, 'good')
    await backUp(good)
    const bytes = await readFile(good)
    const file = (name: string, content: Uint8Array) => writeFile(join(folder, name), content)
    await file('text', Buffer.from('not a database, but long enough to be looked at'.repeat(100)))
    await file('damaged', Buffer.concat([bytes.subarray(0, 5_000), Buffer.alloc(9_000, 7), bytes.subarray(14_000)]))
    await file('newer', bytes)
    change(join(folder, 'newer'), `insert into kysely_migration values ('2099-01-01-flying', '')`)
    change(join(folder, 'foreign'), 'create table mine (x)')
    for (const [name, says] of Object.entries({
      none: /there is no file/,
      text: /cannot be read/,
      damaged: /damaged|cannot be read/,
      newer: /newer version of Huashu \(2099-01-01-flying\)/,
      foreign: /is no backup of Huashu/,
    }))
      await expect(restore(join(folder, name), { replace: true })).rejects.toThrow(says)
    const same = await open()
    expect((await same.read(0, 9)).map(({ key }) => key)).toEqual(['a'])
    await same.close()
  },
)

test('a running gateway’s folder is backed up but not restored into', async () => {
  const { open, backUp, restore } = await place('embedded')
  const database = await open()
  await database.append([record('a')])
  const file = join(temporaryFolder(), 'huashu.backup')
  await backUp(file)
  await expect(restore(file, { replace: true })).rejects.toThrow('another process already writes to')
  await database.close()
})

test('what a killed gateway left is backed up, the newest too, for its owner’s eyes', async () => {
  const { dataDir, backUp } = await place('embedded')
  const adapter = join(import.meta.dirname, '../../../src/server/adapters/database-sqlite.ts')
  const writer = join(dataDir, 'writer.ts')
  await writeFile(
    writer,
    `import { openSqlite } from ${JSON.stringify(adapter)}
    const database = await openSqlite(${JSON.stringify(dataDir)})
    await database.append([${JSON.stringify(record('a'))}])
    process.kill(process.pid, 'SIGKILL')`,
  )
  expect((await once(spawn(process.execPath, [writer], { stdio: 'inherit' }), 'exit'))[1]).toBe('SIGKILL')
  expect(await readdir(dataDir)).toContain('huashu.db-wal')
  const file = join(dataDir, 'huashu.backup')
  expect(await backUp(file)).toBe(1)
  expect((await stat(file)).mode & 0o077).toBe(0)
})

test('a newer or lost database is replaced when that is asked for, a damaged one is to be moved away', async () => {
  const { dataDir, open, backUp, restore } = await place('embedded')
  const database = await open()
  await database.append([record('a')])
  await database.close()
  const target = join(dataDir, 'huashu.db')
  const file = join(temporaryFolder(), 'huashu.backup')
  await backUp(file)
  change(target, `insert into kysely_migration values ('2099-01-01-flying', '')`)
  await expect(restore(file)).rejects.toThrow('newer version of Huashu')
  expect(await restore(file, { replace: true })).toBe(1)
  await writeFile(target, 'no longer a database'.repeat(500))
  await expect(restore(file, { replace: true })).rejects.toThrow('move it away')
  await rm(target)
  await writeFile(`${target}-wal`, 'of the one that was moved away')
  expect(await restore(file)).toBe(1)
  const again = await open()
  expect((await again.read(0, 9)).map(({ key }) => key)).toEqual(['a'])
  await again.close()
})

test.each(ENGINES)('a backup while others write is of one moment: %s', async (engine) => {
  const { open, backUp } = await place(engine)
  const database = await open()
  let written = 0
  let isOver = false
  const writing = (async () => {
    // always two at once: half of a batch would show
    while (!isOver) {
      await database.append([record(`k${written}`), record(`k${written + 1}`)])
      written += 2
    }
  })()
  await vi.waitFor(() => expect(written).toBeGreaterThan(200), { timeout: 20_000 })
  const before = written
  const file = join(temporaryFolder(), 'huashu.backup')
  await backUp(file)
  isOver = true
  await writing
  await database.close()
  const copy = new DatabaseSync(file, { readOnly: true })
  const keys = copy
    .prepare('select key from events order by n')
    .all()
    .map(({ key }) => key)
  copy.close()
  expect(keys.length).toBeGreaterThanOrEqual(before)
  expect(keys).toEqual(Array.from({ length: keys.length }, (_, i) => `k${i}`))
  expect(keys.length % 2).toBe(0)
})

/** Makes or changes a SQLite file. */
function change(file: string, sql: string): void {
  const connection = new DatabaseSync(file)
  connection.exec(sql)
  connection.close()
}
