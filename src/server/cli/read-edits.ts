import { effectiveScript, type Script } from '../../scripts/index.ts'
import { readConfig } from '../config.ts'
import { documentId, editOf, partsOfId } from '../library/stored-edit.ts'

const PAGE = 500

/** A store's own words that are in use, in the order of their ids; the gateway may run. @throws DataFault */
export async function readEdits(store: string): Promise<Script[]> {
  // loaded only here: the other commands need no database
  const { createQueries } = await import('../adapters/database/queries.ts')
  const { readData } = await import('./open-data.ts')
  return readData(readConfig(), async (connection) => {
    const queries = createQueries(connection)
    const scripts: Script[] = []
    for (let before: number | undefined; ; ) {
      const page = await queries.documents('script', PAGE, before)
      for (const document of page) {
        if (!document.id.startsWith(documentId(store, ''))) continue
        const { edit } = editOf(document)
        const script = edit.script && effectiveScript(edit, undefined)
        if (script) scripts.push({ ...script, id: partsOfId(document.id).id })
      }
      if (page.length < PAGE) break
      before = page.at(-1)!.place
    }
    return scripts.sort((a, b) => (a.id < b.id ? -1 : 1))
  })
}
