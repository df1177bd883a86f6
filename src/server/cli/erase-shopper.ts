import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { FOLDS } from '../folds.ts'
import { eraseTalks } from '../shopper-data.ts'

/** `huashu erase-shopper`: what `DELETE /v1/shoppers/:id` does, for a database that no gateway works with. */
export function addEraseShopper(program: Command): void {
  program
    .command('erase-shopper')
    .description(
      'erase what was said and who it was in the conversations of one shopper; on a running gateway use DELETE /v1/shoppers/:id',
    )
    .requiredOption('--store <id>', 'the store')
    .requiredOption('--shopper <id>', "the shopper's id, as facts name it")
    .action(async ({ store, shopper }: { store: string; shopper: string }) => {
      // loaded only here: the other commands need no database
      const { createQueries } = await import('../adapters/database/queries.ts')
      const { writeData } = await import('./open-data.ts')
      const { conversations, records, tasks } = await writeData(readConfig(), async (connection) => {
        const database = createQueries(connection)
        const talks = await database.talksOf(store, shopper)
        const { places, tasks } = await eraseTalks(database, FOLDS, talks, Date.now())
        return { conversations: talks.length, records: places.length, tasks }
      })
      process.stdout.write(`erased: ${conversations} conversations, ${records} records, ${tasks} tasks\n`)
    })
}
