import { z } from 'zod'
import { Id, Text, Timestamp } from './atoms.ts'
import { EVENT_TYPES } from './rest.ts'

export const TASK_STATES = ['open', 'done', 'dismissed'] as const
export const TASK_KIND_NAMES = ['promise', 'unpaid', 'silent', 'dispatch', 'handover', 'case', 'note'] as const
const TaskState = z.enum(TASK_STATES)
const TaskKindName = z.enum(TASK_KIND_NAMES)

/**
 * Something to do for a conversation. `promise` = an answer was promised, `unpaid` = an order waits for its payment, `silent` = ordered without a word,
 * `dispatch` = a paid order is late, `handover` = the shopper waits and the agent has left, `case` = a matter the platform opened (`because`), `note` = a person's
 * own. `dueAt` = when it is due, `nextAt` = when it comes up (again).
 */
export const Task = z
  .object({
    id: Id,
    kind: TaskKindName,
    store: Id,
    channel: Id,
    conversationId: Id,
    agent: Id.optional(),
    state: TaskState,
    dueAt: Timestamp,
    nextAt: Timestamp,
    /** How often it was shown. */
    raised: z.int(),
    because: z.enum(EVENT_TYPES).optional(),
    text: z.string().optional(),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

export const TasksQuery = z.object({
  store: Id.optional(),
  state: TaskState.optional(),
  kind: TaskKindName.optional(),
  agent: Id.optional(),
  /** Those that come up before this moment. */
  before: Timestamp.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(400).optional(),
})
/** In the order in which they come up. */
export const TasksResult = z.object({ tasks: z.array(Task), cursor: z.string().optional() }).meta({ id: 'TasksResult' })

const NoteText = Text.max(500, 'longer than 500 characters').refine((text) => text.trim() !== '', 'must not be empty')

/** A note to do something later; `taskId` makes a repeated request harmless. */
export const TaskRequest = z
  .object({
    taskId: Id.optional(),
    store: Id.optional(),
    channel: Id.optional(),
    conversationId: Id,
    agent: Id.optional(),
    dueAt: Timestamp,
    text: NoteText,
  })
  .meta({ id: 'TaskRequest' })
export type TaskRequest = z.infer<typeof TaskRequest>

export const TaskChange = z
  .object({
    state: TaskState.optional(),
    dueAt: Timestamp.optional(),
    agent: Id.optional(),
    text: NoteText.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'nothing to change')
  .meta({ id: 'TaskChange' })

/** What an agent looks through when a shift begins (playbook F38): open tasks by kind, and scripts that are over, end soon or not begun. */
export const ShiftBoard = z
  .object({
    store: Id,
    at: Timestamp,
    tasks: z.partialRecord(TaskKindName, z.array(Task)),
    /** Kinds of which more are open than are listed. */
    more: z.array(TaskKindName),
    scripts: z.array(
      z.object({
        id: Id,
        category: z.string(),
        text: z.string(),
        from: z.string().optional(),
        until: z.string().optional(),
        state: z.enum(['over', 'ending', 'not_begun']),
      }),
    ),
    offers: z.array(
      z.object({
        id: z.string(),
        from: z.string().optional(),
        until: z.string().optional(),
        state: z.enum(['over', 'ending', 'not_begun']),
      }),
    ),
  })
  .meta({ id: 'ShiftBoard' })
export type ShiftBoard = z.infer<typeof ShiftBoard>
