import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { temporaryFolder } from './gateway-under-test.ts'

const MAIN = join(import.meta.dirname, '../../src/server/main.ts')

/** Starts the service in an empty folder and expects it to refuse. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const run = promisify(execFile)(process.execPath, [MAIN], { env: environment, cwd: temporaryFolder() })
  return run.then(
    () => 'it started',
    (error: { code: number; stderr: string }) => `${error.code}: ${error.stderr}`,
  )
}

test('a start with bad settings lists every fault', async () => {
  const said = await refusal({ HOST: '0.0.0.0', PORT: 'x', REDIS_URL: 'redis://localhost' })
  expect(said).toMatch(/^1: /)
  for (const name of ['HOST', 'PORT', 'REDIS_URL']) expect(said).toContain(name)
  expect(said).not.toContain('    at ')
})

test('a second process on the same folder is refused', async () => {
  const folder = temporaryFolder()
  const database = await openSqlite(folder)
  expect(await refusal({ DATA_DIR: folder, PORT: '0' })).toMatch(/^1: another process already writes/)
  await database.close()
})

test('a database that cannot be reached is named, without its password', async () => {
  const said = await refusal({ DATABASE_URL: 'postgres://huashu:pass-word@127.0.0.1:1/shop', PORT: '0' })
  expect(said).toMatch(/^1: the database at 127\.0\.0\.1:1\/shop cannot be used: .*ECONNREFUSED/)
  expect(said).not.toContain('pass-word')
})
