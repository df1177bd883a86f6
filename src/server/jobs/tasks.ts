import { type Follower, followLog } from '../follow-log.ts'
import type { Gateway } from '../gateway.ts'
import { raiseTask } from '../nudges.ts'
import type { Jobs } from '../ports.ts'
import { createTaskMaker } from './task-maker.ts'
import { createTaskRunner } from './task-runner.ts'

/** Makes tasks of what the log tells and shows them when they are due. One process of an installation at least does this. */
export function keepTasks(gateway: Gateway, jobs: Jobs): Follower {
  const runner = createTaskRunner({ ...gateway, jobs, raise: (task, nudge) => raiseTask(gateway, task, nudge) })
  const maker = createTaskMaker(gateway, runner.schedule)
  const follower = followLog(gateway, maker)
  return {
    caughtUp: follower.caughtUp,
    async close() {
      await follower.close()
      await runner.close()
    },
  }
}
