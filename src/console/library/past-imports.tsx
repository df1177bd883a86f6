import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { ImportsResult } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { tagOf } from '../language.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { IMPORT } from '../words/import.ts'
import { filled } from '../words/table.ts'

/** What was imported, and the way back. */
export function PastImports({ changed }: { readonly changed: () => void }) {
  const { language, me, store } = useSession()
  const words = useWords(IMPORT)
  const { data, error, again } = useRead<z.infer<typeof ImportsResult>>(
    withQuery('/v1/scripts/imports', { store: store?.id }),
  )
  const [failed, setFailed] = useState<ApiError>()
  const [says, setSays] = useState('')

  async function undo(id: string) {
    setFailed(undefined)
    const path = withQuery(`/v1/scripts/imports/${encodeURIComponent(id)}/undo`, { store: store?.id })
    await ask<{ retired: number }>(path, { method: 'POST' }).then(({ retired }) => {
      setSays(filled(words.undone, { n: retired }))
      again()
      changed()
    }, setFailed)
  }

  return (
    <section class="card">
      <h2>{words.imports}</h2>
      <ErrorNote error={failed ?? error} again={again} />
      <p role="status">{says}</p>
      {data?.imports.length === 0 && <p class="soft">{words.none}</p>}
      <ul>
        {data?.imports.map(({ importId, at, author, scripts }) => (
          <li key={importId} class="row">
            <span>{new Date(at).toLocaleString(tagOf(language))}</span> <small>{author}</small>
            <b>{filled(words.scripts, { n: scripts })}</b>
            {isLead(me) && (
              <button type="button" class="quiet" onClick={() => undo(importId)}>
                {words.undo}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
