import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { replaceFile } from '../replace-file.ts'
import { exportShopper } from '../shopper-data.ts'

interface Options {
  readonly store: string
  readonly shopper: string
  readonly out?: string
}

/** `huashu export-shopper`: what is stored of one shopper, as JSON. */
export function addExportShopper(program: Command): void {
  program
    .command('export-shopper')
    .description('write everything that is stored of one shopper as JSON; the gateway may run')
    .requiredOption('--store <id>', 'the store')
    .requiredOption('--shopper <id>', "the shopper's id, as facts name it")
    .option('--out <file>', 'a file instead of standard output')
    .action(async ({ store, shopper, out }: Options) => {
      // loaded only here: the other commands need no database
      const { createQueries } = await import('../adapters/database/queries.ts')
      const { readData } = await import('./open-data.ts')
      const found = await readData(readConfig(), (connection) =>
        exportShopper(createQueries(connection), store, shopper, Date.now()),
      )
      const text = `${JSON.stringify(found, null, 2)}\n`
      if (out === undefined) process.stdout.write(text)
      // nobody else's business
      else await replaceFile(out, text, 0o600)
    })
}
