import type { Command } from 'commander'
import { readConfig } from '../config.ts'

/** `huashu backup FILE`: the database as it is at this moment, while the gateway runs. */
export function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('write the database of the settings (DATA_DIR or DATABASE_URL) into a new file; the gateway may run')
    .action(async (file: string) => {
      // loaded only here: the other commands need no database
      const { backup } = await import('../adapters/database/backup.ts')
      const { readData } = await import('./open-data.ts')
      const rows = await readData(readConfig(), (connection) => backup(connection, file))
      process.stdout.write(`${file}: ${rows} rows\n`)
    })
}
