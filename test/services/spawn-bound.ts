import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onPath } from './on-path.ts'

/** A server started by tests. */
export interface Bound {
  readonly child: ChildProcess
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>
}

/** Starts a program that does not outlive this process, however it ends: where Linux can see to that it does. */
export function spawnBound(program: string, args: readonly string[], options: SpawnOptions): Bound {
  const setpriv = onPath(['setpriv'])
  const child = setpriv
    ? spawn(setpriv, ['--pdeathsig', 'KILL', '--', program, ...args], options)
    : spawn(program, args, options)
  const stop = () => void child.kill('SIGKILL')
  process.once('exit', stop)
  const ended = once(child, 'exit').finally(() => process.off('exit', stop))
  return {
    child,
    async end(signal) {
      child.kill(signal)
      await ended
    },
  }
}
