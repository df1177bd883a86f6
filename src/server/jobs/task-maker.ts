import { emptyTaskFold, followTasks, type NewTask, type TaskFold } from '../../insight/index.ts'
import { type FollowUps, followUps } from '../../policy/index.ts'
import type { FollowedFold } from '../follow-log.ts'
import type { Database, Engine } from '../ports.ts'

/** The fold that makes tasks of what happens, and settles them. `added` is told of those that came new. */
export function createTaskMaker(
  { database, engine }: { database: Database; engine: Engine },
  added: (tasks: readonly NewTask[]) => Promise<void>,
): FollowedFold {
  let fold = emptyTaskFold()
  let adds: NewTask[] = []
  let closes: string[] = []

  function timesOf(store: string, channel: string): FollowUps | undefined {
    return engine.storeIds.includes(store) ? followUps(engine.deps(store).store, channel) : undefined
  }

  async function close(id: string): Promise<void> {
    const task = await database.task(id)
    // one that was ticked off meanwhile stays as it is; one that changes right now is read again
    if (task?.state !== 'open') return
    if (!(await database.changeTask({ ...task, state: 'done', version: task.version + 1 }))) await close(id)
  }

  return {
    name: 'tasks',
    version: 1,
    restore(body) {
      fold = (body as TaskFold | undefined) ?? emptyTaskFold()
    },
    take(event) {
      for (const step of followTasks(fold, event, timesOf)) {
        if ('add' in step) adds.push(step.add)
        else closes.push(step.close)
      }
    },
    // what is done twice changes nothing: a task that is there stays, one that is closed stays closed
    async settle() {
      if (adds.length > 0) {
        await database.addTasks(
          adds.map(({ because, ...task }) => ({ ...task, body: { dueAt: task.dueAt, raised: 0, because } })),
        )
        await added(adds)
        adds = []
      }
      for (const id of closes) await close(id)
      closes = []
    },
    body: () => fold,
  }
}
