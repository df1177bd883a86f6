import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataFault } from './data-fault.ts'

/** The embedded database within its folder. */
export const fileIn = (dataDir: string): string => join(dataDir, 'huashu.db')

/**
 * One writer per folder. The lock is an open transaction on a file beside the data: the system frees it however the process ends.
 * @throws DataFault when another process has it.
 */
export function lockWriter(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const lock = new DatabaseSync(join(dataDir, 'writer.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new DataFault(`another process already writes to ${dataDir}: stop it, or give this one another DATA_DIR`, {
      cause,
    })
  }
  return () => lock.close()
}
