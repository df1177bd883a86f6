import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { parseRows } from '../src/insight/index.ts'

/** Reads a file of JSON lines. @throws Error naming the first line that does not fit the schema. */
export async function readRows<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>[]> {
  const { rows, faults } = parseRows(await readFile(file, 'utf8'), schema)
  if (faults.length > 0) throw new Error(`${file}:${faults[0]!.line}: ${faults[0]!.message}`)
  return rows
}
