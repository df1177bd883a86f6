import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { onCore } from './on-core.ts'

/** A server running in a child process. */
export interface ServerProcess {
  readonly port: number
  /** From the start of the process until it said it was ready. */
  readonly readyMs: number
  /** Resident memory in MB; undefined where the system does not tell (it is read from /proc). */
  readonly memoryMb: () => number | undefined
  /** Seconds of processor time used so far, all threads; undefined where the system does not tell. */
  readonly cpuSeconds: () => number | undefined
  readonly stop: () => Promise<void>
}

const READY_MS = 120_000

/** Starts `file` on a free loopback port, held to one `core` or not, and waits until `path` answers 200. */
export async function startServer(
  file: string,
  path: string,
  settings: Readonly<Record<string, string>> = {},
  core?: number,
): Promise<ServerProcess> {
  const port = await freePort()
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error', ...settings }
  const start = performance.now()
  const [command, args] = onCore(core, process.execPath, [join(import.meta.dirname, file)])
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const closed = once(child, 'close')
  try {
    await untilReady(`http://127.0.0.1:${port}${path}`, child)
  } catch (error) {
    child.kill()
    throw error
  }
  return {
    port,
    readyMs: performance.now() - start,
    memoryMb: () => residentMb(child),
    cpuSeconds: () => processorSeconds(child),
    async stop() {
      child.kill()
      await closed
    },
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await sleep(10)
  }
  throw new Error(`not ready after ${READY_MS} ms: ${url}`)
}

function residentMb(child: ChildProcess): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000
  } catch {
    return undefined
  }
}

/** Linux counts in hundredths of a second. */
const TICKS_PER_SECOND = 100

function processorSeconds(child: ChildProcess): number | undefined {
  try {
    // behind the name in brackets, which may hold anything: user time is the 12th field there, system time the 13th
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
