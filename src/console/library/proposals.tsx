import { useState } from 'preact/hooks'
import type { Proposal } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { LIBRARY } from '../words/library.ts'
import { filled } from '../words/table.ts'

/** What agents often send in their own words: a person decides whether it becomes a script. */
export function Proposals() {
  const { me, store } = useSession()
  const words = useWords(LIBRARY)
  const read = useRead<{ proposals: Proposal[] }>(
    withQuery('/v1/learning/proposals', { store: store?.id, state: 'proposed' }),
  )
  const [error, setError] = useState<ApiError>()
  const proposals = read.data?.proposals ?? []

  async function decide({ id }: Proposal, state: 'shared' | 'refused') {
    setError(undefined)
    const body = { store: store?.id, state }
    await ask(`/v1/learning/proposals/${encodeURIComponent(id)}`, { method: 'PUT', body }).then(read.again, setError)
  }

  return (
    <section class="card">
      <ErrorNote error={error ?? read.error} again={read.again} />
      {read.data && proposals.length === 0 && <p class="soft">{words.proposals_none}</p>}
      <ul class="scripts">
        {proposals.map((one) => (
          <li key={one.id} class="row">
            <span class="grows">{one.text}</span>
            <small>{filled(words.times, { n: one.agents.reduce((sum, { times }) => sum + times, 0) })}</small>
            {isLead(me) && (
              <>
                <button type="button" onClick={() => decide(one, 'shared')}>
                  {words.accept}
                </button>
                <button type="button" class="quiet" onClick={() => decide(one, 'refused')}>
                  {words.refuse}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
