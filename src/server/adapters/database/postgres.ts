import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { DataFault } from './data-fault.ts'
import type { NumberedTable, Tables } from './tables.ts'

/** Connections of one process: writers take turns anyway, the others read. */
const CONNECTIONS = 6
const CONNECT_MS = 5_000
/** The server ends a statement after this; ours hold up to 500 rows. */
const STATEMENT_MS = 30_000
/** Beyond that the server is taken for lost: no answer, not even an error. */
const ANSWER_MS = STATEMENT_MS + 5_000
/** Names our lock among those of other programs in the same database. */
const TURN = 0x6875_6173_6875

// our integers stay below 2^53
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Connects to PostgreSQL 13 or newer. @throws DataFault naming the server, never the password. */
export async function connectPostgres(url: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    // a gateway that is stopped in the middle of a transaction must not hold up the others
    idle_in_transaction_session_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'huashu',
  })
  // a connection that breaks, idle or in use: the query that used it fails by itself, the next one gets a new connection
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { rows } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(db)
    if (rows[0]?.encoding !== 'UTF8')
      throw new DataFault(`its encoding is ${rows[0]?.encoding}, UTF8 is needed (create database … encoding 'UTF8')`)
  } catch (cause) {
    await db.destroy()
    throw new DataFault(`the database at ${addressOf(url)} cannot be used: ${reasonOf(cause)}`, { cause })
  }
  return {
    engine: 'postgres',
    db,
    // places are given out in the order of commits only while one transaction at a time takes them
    takeTurn: async (trx) => void (await sql`select pg_advisory_xact_lock(${sql.lit(TURN)})`.execute(trx)),
    async highestPlace(trx, table) {
      const place = sql<{ n: number | null }>`select pg_sequence_last_value(${sequenceOf(table)}) as n`
      return (await place.execute(trx)).rows[0]?.n ?? 0
    },
    setHighestPlace: async (trx, table, place) =>
      void (await sql`select setval(${sequenceOf(table)}, ${place + 1}, false)`.execute(trx)),
    // deleted rows stay in the files until (auto)vacuum comes by: nothing a client can hasten without holding up others
    scrub: async () => undefined,
    close: () => db.destroy(),
  }
}

const sequenceOf = (table: NumberedTable) => sql`pg_get_serial_sequence(${sql.lit(table)}, 'n')::regclass`

/** Where a database is, without who may enter. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

/** Node collects the refusals of several addresses of one host in an error without words. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
