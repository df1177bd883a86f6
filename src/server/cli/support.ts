import { cpus, freemem, totalmem } from 'node:os'
import type { Command } from 'commander'
import type { Connection } from '../adapters/database/connection.ts'
import { type Config, readConfig } from '../config.ts'
import { replaceFile } from '../replace-file.ts'
import { checkNew } from './check-new.ts'

/** `huashu support [FILE]`: what somebody who helps from afar needs to know, and nothing that anybody wrote. */
export function addSupport(program: Command): void {
  program
    .command('support [file]')
    .description(
      'describe this installation for whoever helps: versions, settings without secrets, counts; no words of anybody',
    )
    .action(async (file: string | undefined) => {
      const { readData } = await import('./open-data.ts')
      const config = readConfig()
      const database = await readData(config, counted).catch((error: Error) => ({ fault: error.message }))
      const bundle = { machine: machine(), settings: shown(config), database }
      const text = `${JSON.stringify(bundle, null, 2)}\n`
      if (file === undefined) process.stdout.write(text)
      else {
        checkNew(file)
        await replaceFile(file, text)
        process.stdout.write(`${file}: written\n`)
      }
    })
}

function machine() {
  return {
    at: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1e6),
    freeMb: Math.round(freemem() / 1e6),
  }
}

/** Addresses can hold passwords, and keys are secrets: of these only whether they are set. */
function shown(config: Config) {
  const { databaseUrl, rewrite, tls, apiKeysFile, storesDir, ...open } = config
  return {
    ...open,
    databaseUrl: isSet(databaseUrl),
    apiKeysFile: isSet(apiKeysFile),
    storesDir: isSet(storesDir),
    tls: isSet(tls),
    rewrite: rewrite === undefined ? 'not set' : { model: rewrite.model, apiKey: isSet(rewrite.apiKey) },
  }
}

const isSet = (value: unknown) => (value === undefined ? 'not set' : 'set')

async function counted({ db }: Connection) {
  const [events, tasks, documents, folds] = await Promise.all([
    db
      .selectFrom('events')
      .select(({ fn }) => [
        'store',
        'kind',
        fn.countAll<number>().as('count'),
        fn.min('at').as('oldest'),
        fn.max('at').as('newest'),
      ])
      .groupBy(['store', 'kind'])
      .execute(),
    db
      .selectFrom('tasks')
      .select(({ fn }) => ['kind', 'state', fn.countAll<number>().as('count')])
      .groupBy(['kind', 'state'])
      .execute(),
    db
      .selectFrom('documents')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
      .groupBy('kind')
      .execute(),
    db.selectFrom('folds').select(['name', 'version', 'n']).where('name', 'not like', '%/%').execute(),
  ])
  const time = (at: number) => new Date(Number(at)).toISOString()
  return {
    events: events.map(({ store, kind, count, oldest, newest }) => ({
      store,
      kind,
      count: Number(count),
      oldest: time(oldest),
      newest: time(newest),
    })),
    tasks: tasks.map((row) => ({ ...row, count: Number(row.count) })),
    documents: documents.map((row) => ({ ...row, count: Number(row.count) })),
    folds,
  }
}
