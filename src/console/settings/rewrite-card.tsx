import { useState } from 'preact/hooks'
import type { RewriteSetting, RewriteTestResult } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'
import { RewriteForm } from './rewrite-form.tsx'

/** Which language model rewords the store's suggestions, and whether it answers. */
export function RewriteCard() {
  const { me, store } = useSession()
  const words = useWords(SETTINGS)
  const { data, error, again } = useRead<RewriteSetting>(
    isLead(me) ? withQuery('/v1/rewrite', { store: store?.id }) : undefined,
  )
  const [result, setResult] = useState<RewriteTestResult>()
  const [failed, setFailed] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)

  async function run<T>(work: Promise<T>, done: (result: T) => void) {
    setBusy(true)
    setFailed(undefined)
    setResult(undefined)
    await work.then(done, setFailed)
    setBusy(false)
  }

  return (
    <section class="card">
      <h2>{words.rewriting}</h2>
      <p class="soft">{(data?.on ?? me.rewriting) ? words.rewriting_on : words.rewriting_off}</p>
      {!isLead(me) && <p class="soft">{words.needs_lead}</p>}
      {data && (
        <RewriteForm
          key={`${data.store} ${data.at}`}
          setting={data}
          canWrite={me.roles.includes('admin')}
          isBusy={isBusy}
          faults={failed?.details ?? []}
          save={(change) =>
            run(ask('/v1/rewrite', { method: 'PUT', body: { store: data.store, ...change } }), () => again())
          }
        />
      )}
      {data?.on && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() =>
            run(
              ask<RewriteTestResult>(withQuery('/v1/rewrite/test', { store: data.store }), { method: 'POST' }),
              setResult,
            )
          }
        >
          {words.rewriting_test}
        </button>
      )}
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
      <ErrorNote error={failed ?? error} />
    </section>
  )
}
