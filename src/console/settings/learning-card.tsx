import { useState } from 'preact/hooks'
import type { LearningStatus } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'
import { QuietAgents } from './quiet-agents.tsx'

/** Whether the order follows what agents send, and who wants quiet. */
export function LearningCard() {
  const { me, store } = useSession()
  const words = useWords(SETTINGS)
  const read = useRead<LearningStatus>(isLead(me) ? withQuery('/v1/learning', { store: store?.id }) : undefined)
  const [error, setError] = useState<ApiError>()
  const { data } = read

  async function turn(on: boolean) {
    setError(undefined)
    await ask('/v1/learning', { method: 'PUT', body: { store: store?.id, on } }).then(read.again, setError)
  }

  return (
    <section class="card">
      <h2>{words.learning}</h2>
      <p class="soft">{words.learning_says}</p>
      {!isLead(me) && <p class="soft">{words.needs_lead}</p>}
      {data && (
        <label class="row">
          <input type="checkbox" checked={data.on} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
          {words.learning_on} <small>{filled(words.learning_events, { n: data.events })}</small>
        </label>
      )}
      <ErrorNote error={error ?? read.error} />
      {isLead(me) && <QuietAgents />}
    </section>
  )
}
