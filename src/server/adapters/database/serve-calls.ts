import { parentPort, workerData } from 'node:worker_threads'
import type { StoredDatabase } from './stored-database.ts'

/** A call of a database on its way into the thread, and its outcome on the way back. */
export interface Call {
  readonly id: number
  readonly method: keyof StoredDatabase
  readonly args: readonly unknown[]
}
export type Outcome = { readonly id: number } & ({ readonly value: unknown } | { readonly error: unknown })

/**
 * The body of a database thread: opens with what the thread was given, then serves the calls of `openOnThread` as they come. The first outcome, id 0,
 * tells whether the database is open.
 */
export async function serveCalls<Given>(open: (given: Given) => Promise<StoredDatabase>): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('this module is a thread')
  const answer = (outcome: Outcome) => port.postMessage(outcome)
  let database: StoredDatabase
  try {
    database = await open(workerData as Given)
  } catch (error) {
    answer({ id: 0, error })
    return
  }
  port.on('message', ({ id, method, args }: Call) => {
    const run = database[method] as (...args: readonly unknown[]) => Promise<unknown>
    run(...args).then(
      (value) => {
        answer({ id, value })
        if (method === 'close') port.close()
      },
      (error: unknown) => answer({ id, error }),
    )
  })
  answer({ id: 0, value: undefined })
}
