/** A command with its arguments, held to one core (Linux: `taskset`); undefined = wherever there is time. */
export function onCore(core: number | undefined, command: string, args: readonly string[]): [string, string[]] {
  return core === undefined ? [command, [...args]] : ['taskset', ['-c', String(core), command, ...args]]
}
