import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { isExecutable, onPath } from './on-path.ts'
import { type Bound, spawnBound } from './spawn-bound.ts'

/** Where Debian keeps what only the server's own tools call. */
const DEBIAN = '/usr/lib/postgresql'
const USER = 'huashu'

/** The folder with a PostgreSQL server's programs (`initdb`, `postgres`), the newest that is installed. */
export function findPostgres(): string | undefined {
  const versions = isExecutable(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const initdb = onPath(
    ['initdb', 'initdb.exe'],
    [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)],
  )
  return initdb && dirname(initdb)
}

/** A PostgreSQL server for tests. */
export interface Postgres {
  /** Makes a new, empty database and gives its address. */
  createDatabase(encoding?: string): Promise<string>
  /** Ends it for good and removes its files. */
  remove(): Promise<void>
}
/** A server of one's own, to be killed and started again at will. */
export interface OwnPostgres extends Postgres {
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** On the same port, with what it had written down. */
  start(): Promise<void>
}

/** The server of `DATABASE_URL`, when there is one whose user may create databases; else a throw-away one. */
export async function postgres(): Promise<Postgres> {
  const url = process.env.DATABASE_URL
  return url
    ? { createDatabase: (encoding) => createDatabase(url, encoding), remove: async () => undefined }
    : startPostgres()
}

/** Starts a server on a free port; `durable`: with the safety a real one has, else without waiting for the disk. */
export async function startPostgres({ durable = false } = {}): Promise<OwnPostgres> {
  const programs = findPostgres()
  if (!programs) throw new Error('tests need PostgreSQL: apt-get install postgresql')
  const folder = await mkdtemp(join(tmpdir(), 'huashu-postgres-'))
  // the server refuses to run as root
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  const run = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } }
  const initdb = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  execFileSync(join(programs, 'initdb'), initdb, { ...run, stdio: ['ignore', 'ignore', 'inherit'] })
  const quick = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60']
  const options = [...settings, ...quick].flatMap((setting) => ['-c', setting])
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`
  let running: Bound | undefined

  async function start(): Promise<void> {
    for (;;) {
      running = spawnBound(join(programs!, 'postgres'), ['-D', data, ...options], { ...run, stdio: 'ignore' })
      const { child } = running
      while (child.exitCode === null) {
        if (await answers(url)) return
        await wait(20)
      }
      // after a kill the old server's workers need a moment to notice, and until then none may start
      await wait(50)
    }
  }

  await start()
  return {
    createDatabase: (encoding) => createDatabase(url, encoding),
    start,
    kill: async () => running?.end('SIGKILL'),
    async remove() {
      await running?.end('SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const answers = (url: string): Promise<boolean> =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  )

async function createDatabase(url: string, encoding = 'UTF8'): Promise<string> {
  const name = `huashu_${randomUUID().replaceAll('-', '')}`
  await query(url, `create database ${name} template template0 encoding '${encoding}' locale 'C'`)
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}
