import type { TaskLevel } from '../insight/index.ts'
import { kindOf, type TaskKind } from '../insight/index.ts'
import type { Suggestion } from '../protocol/index.ts'
import type { Conversations } from './conversations.ts'
import type { TaskBody } from './jobs/task-body.ts'
import type { Database, Task } from './ports.ts'
import type { Turns } from './turns.ts'

/** A reminder on its way to everybody who has the conversation open. */
export interface Nudge {
  readonly nudgeId: string
  readonly kind: string
  readonly level: TaskLevel
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** What could be sent. */
  readonly suggestion?: Suggestion | undefined
}

/** Shows a due task in its conversation, with what the shopper could be told. */
export async function raiseTask(
  { conversations, turns }: { conversations: Conversations; turns: Turns },
  task: Task,
  { nudgeId, level }: { nudgeId: string; level: TaskLevel },
): Promise<void> {
  await conversations.use(task, (conversation) => {
    const { dueAt, because } = task.body as TaskBody
    const event = because ?? kindOf(task.kind as TaskKind).event
    turns.nudge(conversation, { nudgeId, kind: task.kind, level, dueAt }, event)
  })
}

/** Puts away the task behind a reminder; one that is settled already, or no task, is left alone. */
export async function dismissNudge(
  database: Pick<Database, 'task' | 'changeTask'>,
  nudgeId: string,
  mayTouch: (store: string) => boolean,
): Promise<void> {
  const task = await database.task(nudgeId.slice(0, Math.max(0, nudgeId.lastIndexOf('.'))))
  if (task?.state !== 'open' || !mayTouch(task.store)) return
  const changed = await database.changeTask({ ...task, state: 'dismissed', version: task.version + 1 })
  // somebody else changed it at the same time
  if (!changed) await dismissNudge(database, nudgeId, mayTouch)
}
