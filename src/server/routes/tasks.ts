import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  HuashuError,
  Id,
  ShiftBoard,
  Task,
  TaskChange,
  TaskRequest,
  TasksQuery,
  TasksResult,
} from '../../protocol/index.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import { shiftBoard } from '../jobs/shift-board.ts'
import type { TaskBody } from '../jobs/task-body.ts'
import { taskOnWire } from '../jobs/task-on-wire.ts'
import { callerOf } from '../plugins/identity.ts'
import type { Task as StoredTask, TaskFilter } from '../ports.ts'
import { mayTouch, storeFor } from '../principal.ts'
import { checkMatch, tagged, withTag } from './tagged.ts'

const PAGE = 50
const READ = 200
const ById = z.object({ id: Id })
const OfStore = z.object({ store: Id.optional() })

/** What agents have to do, and when. */
export function taskRoutes(app: FastifyInstance, { engine, database, clock }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  /** @throws HuashuError `not_found`, also for a task of a store that the caller may not touch */
  async function taskOf(request: FastifyRequest, id: string): Promise<StoredTask> {
    const task = await database.task(id)
    if (!task || !mayTouch(callerOf(request), task.store)) throw new HuashuError('not_found', `no task "${id}"`)
    return task
  }

  async function* tasksBehind(filter: TaskFilter, after: Pick<StoredTask, 'dueAt' | 'id'> | undefined) {
    for (let place = after; ; ) {
      const page: StoredTask[] = await database.tasks(filter, READ, place)
      yield* page
      if (page.length < READ) return
      place = page.at(-1)
    }
  }

  typed.get(
    '/v1/tasks',
    {
      schema: {
        summary: 'What is to be done, in the order in which it comes up; open tasks unless another state is asked for.',
        querystring: TasksQuery,
        response: { 200: TasksResult },
      },
    },
    async (request) => {
      const { state = 'open', kind, agent, before, limit = PAGE, cursor } = request.query
      const store = storeFor(callerOf(request), engine, request.query.store)
      const filter = { store, state, dueBefore: before === undefined ? undefined : Date.parse(before) }
      const found: StoredTask[] = []
      for await (const task of tasksBehind(filter, cursor === undefined ? undefined : placeOf(cursor))) {
        if ((kind ?? task.kind) !== task.kind || (agent ?? task.agent) !== task.agent) continue
        if (found.length === limit) return { tasks: found.map(taskOnWire), cursor: cursorOf(found.at(-1)!) }
        found.push(task)
      }
      return { tasks: found.map(taskOnWire) }
    },
  )

  typed.get(
    '/v1/tasks/board',
    {
      schema: {
        summary: 'What to look through when a shift begins: open tasks by kind, scripts and offers that end.',
        querystring: OfStore,
        response: { 200: ShiftBoard },
      },
    },
    async (request) => {
      const { store, library } = engine.deps(storeFor(callerOf(request), engine, request.query.store))
      return shiftBoard(database, store, library, clock.now())
    },
  )

  typed.get(
    '/v1/tasks/:id',
    { schema: { summary: 'One task.', params: ById, response: { 200: Task } } },
    async (request, reply) => tagged(request, reply, taskOnWire(await taskOf(request, request.params.id))),
  )

  typed.post(
    '/v1/tasks',
    {
      schema: { summary: 'Be reminded of something in a conversation.', body: TaskRequest, response: { 201: Task } },
    },
    async (request, reply) => {
      const { taskId = randomUUID(), channel = DEFAULT_CHANNEL, conversationId, agent, dueAt: due, text } = request.body
      const principal = callerOf(request)
      const store = storeFor(principal, engine, request.body.store)
      const dueAt = Date.parse(due)
      const body: TaskBody = { dueAt, raised: 0, text }
      // two stores may use the same ids
      const id = `note:${store}:${taskId}`
      const asked = {
        id,
        kind: 'note',
        store,
        channel,
        conversationId,
        agent: principal.agent?.id ?? agent,
        dueAt,
        body,
      }
      const [added] = await database.addTasks([asked])
      const task = await taskOf(request, id)
      const known = task.body as TaskBody
      if (!added && (task.conversationId !== conversationId || known.text !== text))
        throw new HuashuError('id_conflict', 'body.taskId: this id already stands for something else')
      reply.code(201)
      return withTag(reply, taskOnWire(task))
    },
  )

  typed.patch(
    '/v1/tasks/:id',
    {
      schema: {
        summary: 'Tick a task off, put it away, put it off, or give it to somebody.',
        params: ById,
        body: TaskChange,
        response: { 200: Task },
      },
    },
    async (request, reply) => {
      // a reminder may come up meanwhile: who named no version changes what there is then
      for (let tries = 1; ; tries += 1) {
        const task = await taskOf(request, request.params.id)
        checkMatch(request, taskOnWire(task))
        const changed = changedBy(task, request.body)
        if (await database.changeTask(changed)) return withTag(reply, taskOnWire(changed))
        if (tries === TRIES) throw new HuashuError('precondition_failed', 'this has changed since it was read')
      }
    },
  )
}

const TRIES = 3

function changedBy(task: StoredTask, change: z.infer<typeof TaskChange>): StoredTask {
  const { state = task.state, dueAt, agent = task.agent, text } = change
  const due = dueAt === undefined ? undefined : Date.parse(dueAt)
  const known = task.body as TaskBody
  const body: TaskBody = { ...known, ...(text ? { text } : {}), ...(due ? { dueAt: due, raised: 0 } : {}) }
  return { ...task, state, agent, dueAt: due ?? task.dueAt, body, version: task.version + 1 }
}

function cursorOf({ dueAt, id }: StoredTask): string {
  return Buffer.from(JSON.stringify([dueAt, id])).toString('base64url')
}

const Place = z.tuple([z.number(), z.string()])

/** @throws HuashuError `bad_request` */
function placeOf(cursor: string): Pick<StoredTask, 'dueAt' | 'id'> {
  try {
    const [dueAt, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { dueAt, id }
  } catch {
    throw new HuashuError('bad_request', 'query.cursor: not one this gateway gave out')
  }
}
