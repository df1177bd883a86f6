import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { onPath } from './on-path.ts'
import { type Bound, spawnBound } from './spawn-bound.ts'

const PROGRAMS = ['redis-server', 'valkey-server', 'redis-server.exe']

/** The path of a Redis server that is installed, from the PATH. */
export function findRedis(): string | undefined {
  return onPath(PROGRAMS)
}

/** A Redis of one's own, to be killed and started again at will. */
export interface Redis {
  readonly url: string
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** On the same port, with what it had written down. */
  start(): Promise<void>
  /** Ends it for good and removes its files. */
  remove(): Promise<void>
}

/** Starts a Redis on a free port; `durable`: every write is on disk before it is acknowledged. */
export async function startRedis({ durable = false } = {}): Promise<Redis> {
  const program = findRedis()
  if (!program) throw new Error('tests need Redis: apt-get install redis-server')
  const folder = await mkdtemp(join(tmpdir(), 'huashu-redis-'))
  const port = await freePort()
  const log = durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...log]
  let running: Bound | undefined

  async function start(): Promise<void> {
    running = spawnBound(program!, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    const { child } = running
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`)
      await wait(10)
    }
  }
  async function kill(): Promise<void> {
    await running?.end('SIGKILL')
    running = undefined
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    async remove() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whether a Redis is there and has read what it had written. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [said] = await once(socket, 'data')
    return String(said).startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
