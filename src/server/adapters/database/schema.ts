import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Connection } from './connection.ts'
import { DataFault } from './data-fault.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** A database of a newer version of the program: this one would not know what it writes. */
export class NewerDatabase extends DataFault {
  constructor(names: readonly string[], options: ErrorOptions) {
    super(
      `the database was written by a newer version of Huashu (${names.join(', ')}): start that version, or restore a backup that was made before`,
      options,
    )
    this.name = 'NewerDatabase'
  }
}

/** Brings the tables up to date; each migration runs once, whoever else starts at the same time. @throws NewerDatabase */
export async function migrate({ db, engine }: Connection): Promise<void> {
  const known = migrations(engine)
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest()
  if (!error) return
  await refuseNewer(db, Object.keys(known), error)
  throw error
}

/** Makes sure that the tables are as this version of the program knows them, without changing anything. @throws DataFault */
export async function checkSchema({ db, engine }: Connection): Promise<void> {
  const known = Object.keys(migrations(engine))
  await refuseNewer(db, known)
  if ((await applied(db)).length < known.length)
    throw new DataFault(
      'this is no database of Huashu, or one of an older version: starting the gateway brings it up to date',
    )
}

/** Whether a version of this program made the tables. */
export async function isOurs({ db, engine }: Connection): Promise<boolean> {
  const known = Object.keys(migrations(engine))
  return (await applied(db)).some((name) => known.includes(name))
}

async function refuseNewer(db: Kysely<Tables>, known: readonly string[], cause?: unknown): Promise<void> {
  const unknown = (await applied(db)).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new NewerDatabase(unknown, { cause })
}

/** The migrations that were run on a database; none when it is empty. */
async function applied(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const tracked = db as unknown as Kysely<{ kysely_migration: { name: string } }>
  return (await tracked.selectFrom('kysely_migration').select('name').execute()).map(({ name }) => name)
}
