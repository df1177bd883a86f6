import { useState } from 'preact/hooks'
import type { RewriteTestResult } from '../../protocol/index.ts'
import { type ApiError, ask } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'

/** Whether the endpoint that rewrites answers. */
export function RewriteCard() {
  const { me } = useSession()
  const words = useWords(SETTINGS)
  const [result, setResult] = useState<RewriteTestResult>()
  const [error, setError] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)

  async function test() {
    setBusy(true)
    setError(undefined)
    setResult(undefined)
    await ask<RewriteTestResult>('/v1/rewrite/test', { method: 'POST' }).then(setResult, setError)
    setBusy(false)
  }

  return (
    <section class="card">
      <h2>{words.rewriting}</h2>
      <p class="soft">{me.rewriting ? words.rewriting_on : words.rewriting_off}</p>
      {me.rewriting && (
        <button type="button" disabled={isBusy || !isLead(me)} onClick={test}>
          {words.rewriting_test}
        </button>
      )}
      {me.rewriting && !isLead(me) && <p class="soft">{words.needs_lead}</p>}
      <div role="status">
        {result?.ok && (
          <>
            <p>{filled(words.rewriting_ok, { first: result.firstPieceMs ?? result.totalMs, total: result.totalMs })}</p>
            <p class="soft">{result.sent}</p>
            <p>→ {result.text}</p>
          </>
        )}
        {result && !result.ok && (
          <p class="problem">{filled(words.rewriting_bad, { total: result.totalMs, says: result.says ?? '' })}</p>
        )}
      </div>
      <ErrorNote error={error} />
    </section>
  )
}
