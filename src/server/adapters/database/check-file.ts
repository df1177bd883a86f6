import { DatabaseSync } from 'node:sqlite'
import { countRows } from './copy-tables.ts'
import { DataFault } from './data-fault.ts'
import { checkSchema } from './schema.ts'
import { connectSqlite } from './sqlite.ts'

/** Reads a SQLite file from end to end. `name` = what to call it. @throws DataFault when it is damaged or no such file */
export function checkPages(file: string, name = file): void {
  let faults: string
  try {
    const reader = new DatabaseSync(file, { readOnly: true })
    faults = reader
      .prepare('pragma integrity_check')
      .all()
      .map(({ integrity_check }) => integrity_check)
      .join('; ')
    reader.close()
  } catch (cause) {
    throw new DataFault(`${name} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  if (faults !== 'ok') throw new DataFault(`${name} is damaged: ${faults}`)
}

/** Makes sure that a file is whole and of this version; returns the number of rows. @throws DataFault */
export async function checkFile(file: string): Promise<number> {
  checkPages(file)
  const connection = connectSqlite(file, { readOnly: true })
  try {
    await checkSchema(connection)
    return await countRows(connection.db)
  } finally {
    await connection.close()
  }
}
