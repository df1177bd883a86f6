import type { Logger } from '../observe.ts'
import type { Clock, Jobs } from '../ports.ts'

/** Timers of this process: what they forget with it, the task table brings back. */
export function createTimers(clock: Clock, logger: Logger): Jobs {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  let work: ((id: string) => Promise<void>) | undefined

  function fire(key: string, id: string): void {
    timers.delete(key)
    const done: Promise<void> = (work?.(id) ?? Promise.resolve())
      .catch((err: unknown) => logger.warn({ err, task: id }, 'a due task failed; it comes up again'))
      .finally(() => running.delete(done))
    running.add(done)
  }

  return {
    async schedule(id, at) {
      const key = `${id}@${at}`
      if (timers.has(key)) return
      timers.set(key, setTimeout(fire, Math.max(0, at - clock.now()), key, id).unref())
    },
    start(due) {
      work = due
    },
    async close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.all(running)
    },
  }
}
