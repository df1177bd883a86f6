import type { Task as ShownTask } from '../../protocol/index.ts'
import type { Task } from '../ports.ts'
import type { TaskBody } from './task-body.ts'

/** A task as clients see it. */
export function taskOnWire({
  id,
  kind,
  store,
  channel,
  conversationId,
  agent,
  state,
  dueAt: nextAt,
  body,
}: Task): ShownTask {
  const { dueAt, raised, because, text } = body as TaskBody
  return {
    id,
    kind: kind as ShownTask['kind'],
    store,
    channel,
    conversationId,
    agent,
    state,
    dueAt: new Date(dueAt).toISOString(),
    nextAt: new Date(nextAt).toISOString(),
    raised,
    because,
    text,
  }
}
