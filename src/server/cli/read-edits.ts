import { effectiveScript, type Script } from '../../scripts/index.ts'
import { readConfig } from '../config.ts'
import { documentId, editOf, type NumberedEdit, partsOfId } from '../library/stored-edit.ts'

const PAGE = 500

/** Everything that a store has made of its scripts, the first edited first; the gateway may run. @throws DataFault */
export async function readEdits(store: string): Promise<Map<string, NumberedEdit>> {
  // loaded only here: the other commands need no database
  const { createQueries } = await import('../adapters/database/queries.ts')
  const { readData } = await import('./open-data.ts')
  return readData(readConfig(), async (connection) => {
    const queries = createQueries(connection)
    const edits: [string, NumberedEdit][] = []
    for (let before: number | undefined; ; ) {
      const page = await queries.documents('script', PAGE, before)
      for (const document of page)
        if (document.id.startsWith(documentId(store, ''))) edits.push([partsOfId(document.id).id, editOf(document)])
      if (page.length < PAGE) break
      before = page.at(-1)!.place
    }
    return new Map(edits.reverse())
  })
}

/** A store's own words that are in use, in the order of their ids. @throws DataFault */
export async function readOwnScripts(store: string): Promise<Script[]> {
  const scripts = [...(await readEdits(store))].flatMap(([id, { edit }]) => {
    const script = edit.script && effectiveScript(edit, undefined)
    return script ? [{ ...script, id }] : []
  })
  return scripts.sort((a, b) => (a.id < b.id ? -1 : 1))
}
