import { Worker } from 'node:worker_threads'
import type { Database } from '../ports.ts'
import type { Call, Outcome } from './database-sqlite-thread.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Opens (or makes) the embedded database in `dataDir`. SQLite works in a thread of its own: a commit waits for the disk, and while it waits answers go on.
 * @throws Error when another process writes to this folder.
 */
export async function openSqlite(dataDir: string): Promise<Database> {
  const thread = new Worker(new URL('./database-sqlite-thread.ts', import.meta.url), { workerData: dataDir })
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
  const call = <M extends keyof Database>(method: M, ...args: Parameters<Database[M]>): ReturnType<Database[M]> => {
    if (ended) return Promise.reject(ended) as ReturnType<Database[M]>
    calls += 1
    thread.ref()
    const outcome = outcomeOf(calls)
    thread.postMessage({ id: calls, method, args } satisfies Call)
    return outcome as ReturnType<Database[M]>
  }

  try {
    await outcomeOf(0)
  } catch (error) {
    await thread.terminate()
    throw error
  }
  return {
    append: (records) => call('append', records),
    conversation: (talk) => call('conversation', talk),
    find: (key) => call('find', key),
    saveGrant: (grant) => call('saveGrant', grant),
    grants: () => call('grants'),
    saveDocuments: (documents) => call('saveDocuments', documents),
    document: (kind, id) => call('document', kind, id),
    documents: (kind, limit, before) => call('documents', kind, limit, before),
    removeDocument: (document) => call('removeDocument', document),
    purge: (before, limit) => call('purge', before, limit),
    close: () => call('close'),
  }
}
