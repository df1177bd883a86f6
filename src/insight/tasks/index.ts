export { emptyTaskFold, followTasks, forget, type NewTask, type TaskFold, type TaskStep } from './task-fold.ts'
export { kindOf, TASK_KINDS, type TaskKind, type TaskLevel } from './task-kinds.ts'
