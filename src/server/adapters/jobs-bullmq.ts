import { Queue, Worker } from 'bullmq'
import type { Logger } from '../observe.ts'
import type { Clock, Jobs } from '../ports.ts'

const QUEUE = 'huashu-tasks'
const AT_ONCE = 8

/**
 * A queue on Redis, shared by all nodes; only a worker calls `start`. A job carries the id of a task and nothing else. While Redis is away nothing is scheduled:
 * the sweep of the task table does it again.
 */
export function createBullJobs(redisUrl: string, clock: Clock, logger: Logger): Jobs {
  const unreachable = (err: unknown) => logger.warn({ err }, 'the job queue is not reachable')
  const { hostname: host, port, username, password, pathname, protocol } = new URL(redisUrl)
  const connection = {
    host,
    port: Number(port) || 6379,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    db: Number(pathname.slice(1)) || 0,
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  }
  const queue = new Queue(QUEUE, { connection: { ...connection, enableOfflineQueue: false } })
  queue.on('error', unreachable)
  let worker: Worker | undefined

  return {
    async schedule(id, at) {
      const delay = Math.max(0, at - clock.now())
      // one job per task and time, whoever asks; one that failed makes room for the next sweep
      const options = { jobId: `${id}@${at}`, delay, removeOnComplete: true, removeOnFail: true }
      await queue.add('due', { id }, options).catch(unreachable)
    },
    start(work) {
      worker = new Worker<{ id: string }>(QUEUE, ({ data }) => work(data.id), {
        connection: { ...connection, maxRetriesPerRequest: null },
        concurrency: AT_ONCE,
      })
      worker.on('error', unreachable)
      worker.on('failed', (job, err) =>
        logger.warn({ err, task: job?.data.id }, 'a due task failed; it comes up again'),
      )
    },
    async close() {
      await worker?.close()
      await queue.close()
    },
  }
}
