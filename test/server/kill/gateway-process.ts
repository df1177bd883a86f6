import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

export interface GatewayProcess {
  readonly url: string
  /** Ends it as a crash would. */
  kill(): Promise<void>
}

/** Starts a gateway in a process of its own; `where` = its DATA_DIR or DATABASE_URL. */
export async function startGateway(where: string): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), where], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`the gateway ended with code ${code}`))),
  ])
  return {
    url: String(line).trim(),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Waits for what is bound to come; when it does not, the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5)
}

/** How often something is killed: `npm run soak` does it as often as it takes to be sure. */
export const rounds = (test: number, soak: number): number => (process.env.SOAK ? soak : test)
