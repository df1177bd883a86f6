import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgres } from '../../src/server/adapters/database-postgres.ts'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import type { Database, LogRecord } from '../../src/server/ports.ts'
import { type Postgres, postgres } from '../services/postgres.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

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

/** A place for a database of this engine, and the settings that name it. */
async function place(engine: 'embedded' | 'PostgreSQL') {
  const dataDir = await temporaryFolder()
  if (engine === 'embedded') return { settings: { DATA_DIR: dataDir }, open: () => openSqlite(dataDir) }
  const url = await server.createDatabase()
  return { settings: { DATA_DIR: dataDir, DATABASE_URL: url }, open: () => openPostgres(url) }
}

const ENGINES = ['embedded', 'PostgreSQL'] as const
test.each(ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const)))(
  'all of it comes back, from %s to %s, and the log goes on where it was',
  async (from, to) => {
    const source = await place(from)
    const database = await source.open()
    await fill(database)
    const before = await contentsOf(database)
    const file = join(await temporaryFolder(), 'huashu.backup')
    // the gateway keeps it open meanwhile
    const made = await runCli(['backup', file], source.settings)
    expect([made.code, made.stdout, made.stderr]).toEqual([0, `${file}: 1209 rows\n`, ''])
    await database.append([record('afterwards')])
    await database.close()

    const target = await place(to)
    const restored = await runCli(['restore', file], target.settings)
    expect([restored.code, restored.stdout, restored.stderr]).toEqual([0, `${file}: 1209 rows restored\n`, ''])
    const copy = await target.open()
    expect(await contentsOf(copy)).toEqual(before)
    await copy.append([record('new')])
    expect((await copy.read(0, 10_000)).at(-1)!.n).toBeGreaterThan(before.log.at(-1)!.n + 1)
    expect(await copy.saveDocuments([{ kind: 'correction', id: 'y', version: 1, body: {} }])).toEqual([true])
    await copy.close()
  },
)

test.each(ENGINES)('what is there is not overwritten unless asked: %s', async (engine) => {
  const { settings, open } = await place(engine)
  const file = join(await temporaryFolder(), 'huashu.backup')
  const first = await open()
  await first.append([record('a'), record('b')])
  await first.close()
  await runCli(['backup', file], settings)
  const second = await open()
  await second.append([record('c')])
  await second.close()

  const refused = await runCli(['restore', file], settings)
  expect([refused.code, refused.stderr]).toEqual([
    1,
    'there are 3 rows already: --replace puts the backup in their place\n',
  ])
  const again = await runCli(['backup', file], settings)
  expect([again.code, again.stderr]).toEqual([1, `${file} is already there\n`])
  expect((await runCli(['restore', file, '--replace'], settings)).code).toBe(0)
  const third = await open()
  expect((await third.read(0, 9)).map(({ key }) => key)).toEqual(['a', 'b'])
  await third.close()
  expect((await readdir(settings.DATA_DIR)).filter((name) => name.startsWith('restore-'))).toEqual([])
})

test.each(ENGINES)(
  'what is damaged, foreign or of a newer version is refused, and nothing is changed: %s',
  async (engine) => {
    const { settings, open } = await place(engine)
    const database = await open()
    await database.append([record('a')])
    await database.close()
    const folder = await temporaryFolder()
    const good = join(folder, 'good')
    await runCli(['backup', good], settings)
    const bytes = await readFile(good)
    const bad = {
      'no file': undefined,
      'cannot be read': Buffer.from('not a database, but long enough to be looked at'.repeat(100)),
      'is no backup of Huashu': undefined,
      'newer version of Huashu \\(2099': bytes,
      'damaged|cannot be read|malformed': Buffer.concat([
        bytes.subarray(0, 5_000),
        Buffer.alloc(9_000, 7),
        bytes.subarray(14_000),
      ]),
    }
    for (const [says, content] of Object.entries(bad)) {
      const file = join(folder, `${says.length}`)
      if (content) await writeFile(file, content)
      else if (says.startsWith('is no')) new DatabaseSync(file).exec('create table mine (x)')
      if (says.startsWith('newer'))
        new DatabaseSync(file).exec(`insert into kysely_migration values ('2099-01-01-flying', '')`)
      const { code, stderr } = await runCli(['restore', file, '--replace'], settings)
      expect([code, stderr]).toEqual([1, expect.stringMatching(new RegExp(says))])
      expect(stderr).not.toContain('    at ')
    }
    const same = await open()
    expect((await same.read(0, 9)).map(({ key }) => key)).toEqual(['a'])
    await same.close()
  },
)

test('a running gateway’s folder is backed up but not restored into', async () => {
  const { settings, open } = await place('embedded')
  const database = await open()
  await database.append([record('a')])
  const file = join(await temporaryFolder(), 'huashu.backup')
  expect((await runCli(['backup', file], settings)).code).toBe(0)
  const { code, stderr } = await runCli(['restore', file, '--replace'], settings)
  expect([code, stderr]).toEqual([1, expect.stringContaining('another process already writes to')])
  await database.close()
})

test('there is nothing to back up: says so', async () => {
  const folder = await temporaryFolder()
  const { code, stderr } = await runCli(['backup', join(folder, 'x')], { DATA_DIR: join(folder, 'var') })
  expect([code, stderr]).toEqual([1, `there is no database in ${join(folder, 'var')} (DATA_DIR)\n`])
})

test.each(ENGINES)('a backup while others write is of one moment: %s', async (engine) => {
  const { settings, open } = await place(engine)
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
  const file = join(await temporaryFolder(), 'huashu.backup')
  const before = written
  const { code } = await runCli(['backup', file], settings)
  isOver = true
  await writing
  await database.close()
  expect(code).toBe(0)
  expect(written).toBeGreaterThan(before)
  const copy = new DatabaseSync(file, { readOnly: true })
  const keys = copy
    .prepare('select key from events order by n')
    .all()
    .map(({ key }) => key)
  copy.close()
  expect(keys.length).toBeGreaterThan(0)
  expect(keys).toEqual(Array.from({ length: keys.length }, (_, i) => `k${i}`))
  expect(keys.length % 2).toBe(0)
})
