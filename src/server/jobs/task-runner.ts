import { kindOf, type TaskKind, type TaskLevel } from '../../insight/index.ts'
import { followUps } from '../../policy/index.ts'
import type { Logger } from '../observe.ts'
import type { Clock, Database, Engine, Jobs, Task } from '../ports.ts'
import type { TaskBody } from './task-body.ts'

/** Shows tasks when they are due, and again until they are settled. The task table is the truth: what a queue has lost is asked for again. */
export interface TaskRunner {
  /** Wakes up for these when they are due. */
  schedule(tasks: readonly Pick<Task, 'id' | 'dueAt'>[]): Promise<void>
  close(): Promise<void>
}

export interface TaskRunnerDeps {
  readonly database: Database
  readonly jobs: Jobs
  readonly engine: Engine
  readonly clock: Clock
  readonly logger: Logger
  /** Shows a task; may be called twice for the same one, with the same `nudgeId`. */
  readonly raise: (task: Task, nudge: { nudgeId: string; level: TaskLevel }) => Promise<void>
}

const SWEEP_MS = 15_000
/** Tasks due within this time are handed to the queue; the others are found by a later sweep. */
const AHEAD_MS = 2 * SWEEP_MS
const PAGE = 500
const MINUTE_MS = 60_000

export function createTaskRunner({ database, jobs, engine, clock, logger, raise }: TaskRunnerDeps): TaskRunner {
  async function run(id: string): Promise<void> {
    const task = await database.task(id)
    if (task?.state !== 'open' || task.dueAt > clock.now()) return
    const body = task.body as TaskBody
    const { levels } = kindOf(task.kind as TaskKind)
    const level = levels[Math.min(body.raised, levels.length - 1)]!
    await raise(task, { nudgeId: `${id}.${body.raised}`, level })
    const next = {
      ...task,
      dueAt: againAt(task),
      version: task.version + 1,
      body: { ...body, raised: body.raised + 1 },
    }
    // false: somebody settled or moved it just now
    if (await database.changeTask(next)) await schedule([next])
  }

  function againAt({ kind, store, channel }: Task): number {
    const now = clock.now()
    const { againMinutes } = kindOf(kind as TaskKind)
    if (againMinutes !== undefined) return now + againMinutes * MINUTE_MS
    return followUps(engine.deps(store).store, channel).nextDay(now)
  }

  async function schedule(tasks: readonly Pick<Task, 'id' | 'dueAt'>[]): Promise<void> {
    const soon = clock.now() + AHEAD_MS
    for (const { id, dueAt } of tasks) if (dueAt <= soon) await jobs.schedule(id, dueAt)
  }

  async function sweep(): Promise<void> {
    const filter = { state: 'open', dueBefore: clock.now() + AHEAD_MS } as const
    for (let page = await database.tasks(filter, PAGE); page.length > 0; ) {
      const known = page.filter(({ store }) => engine.storeIds.includes(store))
      await schedule(known)
      page = page.length < PAGE ? [] : await database.tasks(filter, PAGE, page.at(-1))
    }
  }

  const sweepSafely = () => sweep().catch((err: unknown) => logger.warn({ err }, 'due tasks could not be read'))
  jobs.start(run)
  void sweepSafely()
  const timer = setInterval(sweepSafely, SWEEP_MS).unref()
  return {
    schedule,
    async close() {
      clearInterval(timer)
      await jobs.close()
    },
  }
}
