import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from '../../services/free-port.ts'
import type { NodeOptions } from './child.ts'

/** A node in a process of its own, always on the same port. */
export interface NodeProcess {
  readonly url: string
  start(): Promise<void>
  /** Resolves when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  readonly isRunning: boolean
}

export async function nodeProcess(options: Omit<NodeOptions, 'port'>): Promise<NodeProcess> {
  const port = await freePort()
  let child: ChildProcess | undefined
  onTestFinished(() => void child?.kill('SIGKILL'))

  async function start(): Promise<void> {
    const started = spawn(
      process.execPath,
      [join(import.meta.dirname, 'child.ts'), JSON.stringify({ ...options, port })],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    )
    child = started
    await Promise.race([
      once(started.stdout!, 'data'),
      once(started, 'exit').then(() => Promise.reject(new Error('a node ended at its start'))),
    ])
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    async end(signal) {
      const gone = once(child!, 'exit')
      child!.kill(signal)
      await gone
    },
    signal: (signal) => void child!.kill(signal),
    get isRunning() {
      return child?.exitCode === null && child.signalCode === null
    },
  }
}
