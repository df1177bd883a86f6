import type { Selectable } from 'kysely'
import type { Database, Task, TaskState } from '../../ports.ts'
import { type Connection, write } from './connection.ts'
import { pieces } from './insert-rows.ts'
import type { Tables } from './tables.ts'

type TaskQueries = Pick<Database, 'addTasks' | 'task' | 'tasks' | 'changeTask'>

/** What agents have to do. */
export function taskQueries(connection: Connection): TaskQueries {
  const { db } = connection
  return {
    addTasks: (tasks) =>
      write(connection, async (trx) => {
        const fresh = new Set<string>()
        for (const piece of pieces(tasks)) {
          const inserted = await trx
            .insertInto('tasks')
            .values(
              piece.map(({ conversationId: conversation, agent = null, dueAt: due_at, body, ...rest }) => ({
                ...rest,
                conversation,
                agent,
                due_at,
                state: 'open',
                version: 1,
                body: JSON.stringify(body),
              })),
            )
            .onConflict((conflict) => conflict.column('id').doNothing())
            .returning('id')
            .execute()
          for (const { id } of inserted) fresh.add(id)
        }
        // of two with one id the first is the one that was written
        return tasks.map(({ id }) => fresh.delete(id))
      }),

    async task(id) {
      const row = await db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()
      return row && taskOf(row)
    },

    async tasks({ store, state, dueBefore }, limit, after) {
      const rows = await db
        .selectFrom('tasks')
        .selectAll()
        .$if(store !== undefined, (query) => query.where('store', '=', store!))
        .$if(state !== undefined, (query) => query.where('state', '=', state!))
        .$if(dueBefore !== undefined, (query) => query.where('due_at', '<', dueBefore!))
        .$if(after !== undefined, (query) =>
          query.where(({ eb, and, or }) =>
            or([eb('due_at', '>', after!.dueAt), and([eb('due_at', '=', after!.dueAt), eb('id', '>', after!.id)])]),
          ),
        )
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(taskOf)
    },

    async changeTask({ id, version, dueAt, state, agent = null, body }) {
      const { numUpdatedRows } = await db
        .updateTable('tasks')
        .set({ version, due_at: dueAt, state, agent, body: JSON.stringify(body) })
        .where('id', '=', id)
        .where('version', '=', version - 1)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

export function taskOf({ conversation, agent, due_at, state, body, ...rest }: Selectable<Tables['tasks']>): Task {
  return {
    ...rest,
    conversationId: conversation,
    ...(agent === null ? {} : { agent }),
    dueAt: due_at,
    state: state as TaskState,
    body: JSON.parse(body),
  }
}
