import { type Command, Option } from 'commander'

/** Where a command finds the models and stores; the same settings as the server's. */
export interface EngineOptions {
  readonly dataDir: string
  readonly storesDir?: string | undefined
}

/** Adds `--data-dir` and `--stores-dir` to a command. */
export function withEngineOptions(command: Command): Command {
  return command
    .addOption(new Option('--data-dir <dir>', 'where trained models are kept').env('DATA_DIR').default('./var'))
    .addOption(new Option('--stores-dir <dir>', 'own stores beside the demo').env('STORES_DIR'))
}
