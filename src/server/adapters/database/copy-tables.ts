import { type Insertable, type Kysely, sql } from 'kysely'
import type { Connection } from './connection.ts'
import { insertRows, ROWS } from './insert-rows.ts'
import { KEYS, NUMBERED, type Tables } from './tables.ts'

type Table = keyof Tables
type Row = Readonly<Record<string, string | number | null>>
const TABLES = Object.keys(KEYS) as Table[]

/** A transaction together with the engine it runs on. */
export interface Side {
  readonly engine: Connection
  readonly trx: Kysely<Tables>
}

/** Copies every row, with its place, into tables that are empty; returns how many. @throws Error when not all of them arrived */
export async function copyTables(from: Side, to: Side): Promise<number> {
  let rows = 0
  for (const table of TABLES) {
    for await (const page of pagesOf(from.trx, table)) {
      await insertRows(to.trx, table, page)
      rows += page.length
    }
  }
  for (const table of NUMBERED)
    await to.engine.setHighestPlace(to.trx, table, await from.engine.highestPlace(from.trx, table))
  const arrived = await countRows(to.trx)
  if (arrived !== rows) throw new Error(`${rows} rows were read and ${arrived} arrived`)
  return rows
}

export async function countRows(db: Kysely<Tables>): Promise<number> {
  let rows = 0
  for (const table of TABLES) {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    rows += Number(count)
  }
  return rows
}

async function* pagesOf(db: Kysely<Tables>, table: Table): AsyncGenerator<Insertable<Tables[Table]>[]> {
  const keys: readonly string[] = KEYS[table]
  const columns = sql.join(keys.map((key) => sql.ref(key)))
  for (let last: Row | undefined; ; ) {
    const behind = last
      ? sql`where (${columns}) > (${sql.join(keys.map((key) => (last as Row)[key]))})`
      : sql`where true`
    const page = sql<Row>`select * from ${sql.table(table)} ${behind} order by ${columns} limit ${ROWS}`
    const { rows } = await page.execute(db)
    // which columns there are is known only at run time
    if (rows.length > 0) yield rows as unknown as Insertable<Tables[Table]>[]
    if (rows.length < ROWS) return
    last = rows.at(-1)
  }
}
