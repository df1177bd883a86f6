import type { Command } from 'commander'

/** `huashu serve`: the gateway, with the settings of the environment. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('start the gateway; settings come from the environment (see .env.example)')
    .action(async () => {
      // loaded only here: the other commands need no web server
      const { start } = await import('../start.ts')
      await start()
    })
}
