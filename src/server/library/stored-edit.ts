import type { Locale } from '../../protocol/index.ts'
import { type Phrase, type Script, type ScriptEdit, ScriptRecord } from '../../scripts/index.ts'
import type { StoredDocument } from '../ports.ts'

/** A store's edit of a script as it stands in the database; `at` an ISO timestamp. */
export interface StoredEdit {
  readonly edit: ScriptEdit
  readonly at: string
  readonly author: string
  /** The import that wrote this very version. */
  readonly importId?: string | undefined
  /** The phrase it was made from, so that it can be given back as it came. */
  readonly source?: PhraseSource | undefined
}

/** A phrase as another program had it, and the template that was made of its text. */
export interface PhraseSource {
  readonly format: string
  readonly template: string
  readonly phrase: Omit<Phrase, 'row'>
}

/** An edit with its number; version 0 = nobody has edited the script. */
export type NumberedEdit = StoredEdit & { readonly version: number }

/** Where a document stands: ids are unique within a store. */
export const documentId = (store: string, id: string) => `${store}/${id}`

export function partsOfId(documentId: string): { readonly store: string; readonly id: string } {
  const end = documentId.indexOf('/')
  return { store: documentId.slice(0, end), id: documentId.slice(end + 1) }
}

/** Reads an edit that another version of the program may have written. @throws ZodError */
export function editOf({ version, body }: Pick<StoredDocument, 'version' | 'body'>): NumberedEdit {
  const { edit, ...stored } = body as StoredEdit
  const { script, draft, base, ...rest } = edit
  return {
    ...stored,
    version,
    edit: { ...rest, ...read('script', script), ...read('draft', draft), ...read('base', base) },
  }
}

function read(name: 'script' | 'draft' | 'base', script: Script | undefined): Partial<ScriptEdit> {
  if (script === undefined) return {}
  const { locale, ...record } = script
  return { [name]: { ...ScriptRecord.parse(record), locale: locale as Locale } }
}
