import { Worker } from 'node:worker_threads'
import type { Database } from '../../ports.ts'
import type { Call, Outcome } from './serve-calls.ts'
import { type StoredDatabase, withBodies } from './stored-database.ts'

const METHODS: { readonly [M in keyof Database]: true } = {
  append: true,
  conversation: true,
  find: true,
  read: true,
  purge: true,
  saveFold: true,
  fold: true,
  foldedUpTo: true,
  addTasks: true,
  task: true,
  tasks: true,
  changeTask: true,
  talksOf: true,
  records: true,
  tasksOf: true,
  erase: true,
  saveGrant: true,
  grants: true,
  saveDocuments: true,
  document: true,
  documents: true,
  saveVersions: true,
  versions: true,
  changes: true,
  newestChange: true,
  removeDocument: true,
  close: true,
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * A database that works in a thread of its own: queries are put together there, and while a commit waits for the disk or the network, answers go on.
 * `module` = what the thread runs (`serveCalls`), `given` = what it opens. @throws what opening throws.
 */
export async function openOnThread(module: URL, given: unknown): Promise<Database> {
  const thread = new Worker(module, { workerData: given })
  const waiting = new Map<number, Waiting>()
  let calls = 0
  let ended: Error | undefined

  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  thread.on('message', (outcome: Outcome) => {
    const call = waiting.get(outcome.id)
    waiting.delete(outcome.id)
    // an idle database keeps no process alive, one that is still writing does
    if (waiting.size === 0) thread.unref()
    if ('error' in outcome) call?.reject(outcome.error)
    else call?.resolve(outcome.value)
  })
  thread.on('error', end)
  thread.on('exit', () => end(new Error('the database is closed')))

  const outcomeOf = (id: number) => new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
  const call = async (method: keyof Database, args: readonly unknown[]): Promise<unknown> => {
    if (ended) throw ended
    calls += 1
    // what cannot be handed over throws here
    thread.postMessage({ id: calls, method, args } satisfies Call)
    thread.ref()
    return outcomeOf(calls)
  }

  try {
    await outcomeOf(0)
  } catch (error) {
    await thread.terminate()
    throw error
  }
  const methods = Object.keys(METHODS) as (keyof Database)[]
  const database = methods.map((method) => [method, (...args: readonly unknown[]) => call(method, args)])
  return withBodies(Object.fromEntries(database) as StoredDatabase)
}
