import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import { BurstRow, ContinuationRow, ForeignRow, MoodRow, parseRows, Row, SlotRow } from '../../insight/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { type EvalFiles, foreignSetOf, isOwn } from './eval-files.ts'
import { UsageError } from './usage-error.ts'

/** A file of rows; `own`: part of the project. */
export interface EvalSet<R> {
  readonly name: string
  readonly own: boolean
  readonly locale: Locale
  readonly rows: readonly R[]
}

export interface EvalSets {
  readonly labelled: readonly EvalSet<Row>[]
  readonly foreign: readonly EvalSet<ForeignRow>[]
  readonly slots: readonly EvalSet<SlotRow>[]
  readonly continuations: readonly EvalSet<ContinuationRow>[]
  readonly bursts: readonly EvalSet<BurstRow>[]
  /** The held-out part only. */
  readonly manner: readonly EvalSet<MoodRow>[]
}

/** @throws UsageError naming every malformed line, and an empty file. */
export async function readSets(files: EvalFiles): Promise<EvalSets> {
  return {
    labelled: await read(files.labelled, Row),
    foreign: await read(files.foreign, ForeignRow),
    slots: await read(files.slots, SlotRow),
    continuations: await read(files.continuations, ContinuationRow),
    bursts: (await read(files.bursts, BurstRow)).map((set) => ({ ...set, name: `${set.name}-bursts` })),
    manner: (await read(files.manner, MoodRow)).map((set) => ({
      ...set,
      rows: set.rows.filter(({ part }) => part === 'held'),
    })),
  }
}

function read<T extends z.ZodType>(files: readonly string[], schema: T): Promise<EvalSet<z.output<T>>[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: foreignSetOf(file) ?? basename(file, '.jsonl'),
      own: isOwn(file),
      locale: localeOf(file),
      rows: await readRows(file, schema),
    })),
  )
}

/** @throws UsageError naming every malformed line, and an empty file. */
export async function readRows<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>[]> {
  const { rows, faults } = parseRows(await readFile(file, 'utf8'), schema)
  if (faults.length > 0)
    throw new UsageError(faults.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'))
  if (rows.length === 0) throw new UsageError(`${file}: no messages`)
  return rows
}

/** A set's language is the start of its name (`zh-gold.jsonl`); it decides for texts without letters. */
function localeOf(file: string): Locale {
  return (/^(?:zh|en|ko)(?=[-_.])/.exec(basename(file))?.[0] ?? 'zh') as Locale
}
