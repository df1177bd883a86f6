import { tmpdir } from 'node:os'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'

/** `huashu restore FILE`: a backup into the database of the settings, whichever engine it came from. */
export function addRestore(program: Command): void {
  program
    .command('restore <file>')
    .description(
      'put a backup into the database of the settings (DATA_DIR or DATABASE_URL), all or nothing; stop the gateway first',
    )
    .option('--replace', 'in place of what is there')
    .action(run)
}

async function run(file: string, { replace = false }: { replace?: boolean }): Promise<void> {
  // loaded only here: the other commands need no database
  const { restoreEmbedded } = await import('../adapters/database/restore.ts')
  const { dataDir, databaseUrl } = readConfig()
  const rows = databaseUrl
    ? await intoPostgres(file, databaseUrl, replace)
    : await restoreEmbedded(file, dataDir, replace)
  process.stdout.write(`${file}: ${rows} rows restored\n`)
}

async function intoPostgres(file: string, url: string, replace: boolean): Promise<number> {
  const { connectPostgres } = await import('../adapters/database/postgres.ts')
  const { restorePostgres } = await import('../adapters/database/restore.ts')
  const connection = await connectPostgres(url)
  try {
    return await restorePostgres(file, tmpdir(), connection, replace)
  } finally {
    await connection.close()
  }
}
