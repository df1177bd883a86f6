import { existsSync } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** @throws UsageError when the file is there already: nobody's work is overwritten */
export function checkNew(file: string): void {
  if (existsSync(file)) throw new UsageError(`${file} is already there`)
}
