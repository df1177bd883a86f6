import type { ScriptConflict } from '../../protocol/index.ts'
import { withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { hrefOf } from '../router.ts'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { LIBRARY } from '../words/library.ts'

/** Scripts that contradict each other or the policy, or are out of date. */
export function Conflicts() {
  const { store } = useSession()
  const words = useWords(LIBRARY)
  const { data, error, again } = useRead<{ conflicts: ScriptConflict[] }>(
    withQuery('/v1/scripts/conflicts', { store: store?.id }),
  )
  return (
    <section class="card">
      <ErrorNote error={error} again={again} />
      {data?.conflicts.length === 0 && <p class="soft">{words.conflicts_none}</p>}
      <ul class="scripts">
        {data?.conflicts.map(({ kind, scriptId, otherId, path, says }) => (
          <li key={`${kind} ${scriptId} ${otherId} ${path}`} class="row">
            <b>{words[`kind_${kind}`]}</b>
            <a href={hrefOf('library', scriptId)}>{scriptId}</a>
            {otherId && <a href={hrefOf('library', otherId)}>{otherId}</a>}
            <span class="grows">{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
