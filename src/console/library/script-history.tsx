import type { z } from 'zod'
import type { ScriptVersion } from '../../protocol/index.ts'
import { withQuery } from '../api.ts'
import { tagOf } from '../language.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { LIBRARY } from '../words/library.ts'
import { filled } from '../words/table.ts'

interface ScriptHistoryProps {
  readonly id: string
  /** The newest: what was read before it is read again. */
  readonly version: number
  readonly rollback: (version: number) => void
  readonly canWrite: boolean
}

/** Who changed what, and the way back. */
export function ScriptHistory({ id, version, rollback, canWrite }: ScriptHistoryProps) {
  const { language, store } = useSession()
  const words = useWords(LIBRARY)
  // `of` has no meaning to the service: it asks anew after a change
  const path = withQuery(`/v1/scripts/${encodeURIComponent(id)}/versions`, { store: store?.id, of: version })
  const { data, error, again } = useRead<{ versions: z.infer<typeof ScriptVersion>[] }>(path)
  return (
    <section>
      <h3>{words.history}</h3>
      <ErrorNote error={error} again={again} />
      {data?.versions.length === 0 && <p class="soft">{words.history_none}</p>}
      <ol class="history">
        {data?.versions.map((one) => (
          <li key={one.version}>
            <p class="row">
              <b>{filled(words.version, { n: one.version })}</b>
              <span>{words[`status_${one.status}`]}</span>
              <small>
                {one.author} · {new Date(one.at).toLocaleString(tagOf(language))}
              </small>
              {canWrite && one.version !== version && (
                <button type="button" class="quiet" onClick={() => rollback(one.version)}>
                  {words.rollback}
                </button>
              )}
            </p>
            <ul class="diff">
              {one.diff.map(({ path: field, before, after }) => (
                <li key={field}>
                  <code>{field}</code> {before !== undefined && <del>{shown(before)}</del>}{' '}
                  {after !== undefined && <ins>{shown(after)}</ins>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
