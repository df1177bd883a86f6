import { useState } from 'preact/hooks'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { SETTINGS } from '../words/settings.ts'

/** The switch over all suggestions of the store. */
export function PauseCard() {
  const { me, store } = useSession()
  const words = useWords(SETTINGS)
  const { data, error, again } = useRead<{ paused: boolean; author?: string }>(
    withQuery('/v1/suggestions/pause', { store: store?.id }),
  )
  const [failed, setFailed] = useState<ApiError>()

  async function pause(paused: boolean) {
    setFailed(undefined)
    await ask('/v1/suggestions/pause', { method: 'PUT', body: { store: store?.id, paused } }).then(again, setFailed)
  }

  return (
    <section class="card">
      <h2>{words.pause}</h2>
      <p class="soft">{words.pause_says}</p>
      {!isLead(me) && <p class="soft">{words.needs_lead}</p>}
      {data && isLead(me) && (
        <label class="row">
          <input type="checkbox" checked={data.paused} onChange={({ currentTarget }) => pause(currentTarget.checked)} />
          {words.paused} <small>{data.author}</small>
        </label>
      )}
      <ErrorNote error={failed ?? error} />
    </section>
  )
}
