import { randomUUID } from 'node:crypto'
import { HuashuError, type ImportReport, type Locale } from '../../protocol/index.ts'
import type { PhraseField } from '../../scripts/index.ts'
import type { ScriptDesk } from '../library/script-desk.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Principal } from '../principal.ts'
import type { FileSource } from './file-source.ts'
import { planImport } from './import-phrases.ts'
import { readPhrases } from './read-phrases.ts'

export interface ImportFileDeps {
  readonly engine: Engine
  readonly scriptDesk: ScriptDesk
  readonly clock: Clock
}

export interface HowToImport {
  /** Absent = what the file says of itself. */
  readonly format?: string | undefined
  /** The column of a field where it goes by another name. */
  readonly mapping?: Readonly<Partial<Record<PhraseField, string>>>
  /** Absent = the language of each text. */
  readonly locale?: Locale | undefined
  /** Only says what would come of it. */
  readonly isTrial: boolean
}

/**
 * Brings the phrases of a file into a store's library: all of them at once or none; nothing that is there is changed.
 * @throws HuashuError `bad_request`, `too_large`, `precondition_failed` when the store was edited meanwhile, `unavailable`
 */
export async function importFile(
  { engine, scriptDesk, clock }: ImportFileDeps,
  store: string,
  who: Principal,
  source: FileSource,
  { format, mapping, locale, isTrial }: HowToImport,
): Promise<ImportReport> {
  if (source.size === 0) throw new HuashuError('bad_request', 'body: the file is empty')
  const file = await readPhrases(source, format, mapping)
  // what was imported a moment ago is to be seen
  await scriptDesk.settled()
  const known = scriptDesk.edits(store)
  const standing = (id: string) => {
    const edit = known.get(id)
    return { version: edit?.version ?? 0, isThere: edit !== undefined && !edit.edit.retired }
  }
  const deps = engine.deps(store)
  const { changes, sources, report } = await planImport({ file, deps, locale, standing, now: clock.now() })
  if (isTrial || changes.length === 0) return { store, ...report }
  const importId = randomUUID()
  await scriptDesk.change(store, who, changes, { importId, sources })
  return { store, importId, ...report }
}
