import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'

// on a fresh machine the first run trains the models
vi.setConfig({ testTimeout: 120_000 })

const ROOT = join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `huashu` as a person would, with nothing but these settings. */
export async function runCli(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = startCli(args, settings)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, stdout, stderr }
}

export function startCli(args: readonly string[], settings: Readonly<Record<string, string>>) {
  return spawn(process.execPath, [join(ROOT, 'src/server/cli/main.ts'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
