import type { Database } from '../ports.ts'
import { openOnThread } from './database/open-on-thread.ts'

/**
 * Opens the PostgreSQL database of a `postgres://` address; any number of processes may. A server that goes away fails the calls of that time, and is used
 * again when it is back. @throws Error when it cannot be reached or entered, or a newer version of the program wrote it.
 */
export function openPostgres(url: string): Promise<Database> {
  return openOnThread(new URL('./database-postgres-thread.ts', import.meta.url), url)
}
