import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Load, LoadResult } from './load.ts'
import { onCore } from './on-core.ts'

/** Runs the load generator in a process of its own; `core` = on this one only. @throws Error when it fails */
export async function generate(load: Load, core?: number): Promise<LoadResult> {
  const args = [join(import.meta.dirname, 'socket-load.ts'), JSON.stringify(load)]
  const child = spawn(...onCore(core, process.execPath, args), { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const output = await text(child.stdout)
  const [code] = await closed
  if (code !== 0) throw new Error(`the load generator ended with code ${code}`)
  return JSON.parse(output) as LoadResult
}
