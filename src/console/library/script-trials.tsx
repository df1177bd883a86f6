import { useState } from 'preact/hooks'
import type { ScriptView, Trial } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { Scrolls } from '../parts/scrolls.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { filled } from '../words/table.ts'
import { TRIALS } from '../words/trials.ts'

/** The wordings of a script against each other: begun, read and ended here. */
export function ScriptTrials({ view }: { readonly view: ScriptView }) {
  const { store } = useSession()
  const words = useWords(TRIALS)
  const read = useRead<{ trials: Trial[] }>(withQuery('/v1/trials', { store: store?.id, script: view.id }))
  const [error, setError] = useState<ApiError>()
  const trials = read.data?.trials ?? []
  const isRunning = trials.some(({ state }) => state === 'running')

  async function act(path: string, body: object) {
    setError(undefined)
    await ask(path, { method: 'POST', body: { store: store?.id, ...body } }).then(read.again, setError)
  }

  return (
    <section class="trials">
      <h3>{words.title}</h3>
      <p class="soft">{words.says}</p>
      <ErrorNote error={error ?? read.error} again={read.again} />
      {trials.map((trial) => (
        <TrialCard key={trial.id} trial={trial} end={() => act(`/v1/trials/${encodeURIComponent(trial.id)}/end`, {})} />
      ))}
      {read.data && !isRunning && view.status !== 'retired' && (
        <div class="row">
          {(view.script?.wordings.length ?? 0) > 1 && (
            <button type="button" onClick={() => act('/v1/trials', { scriptId: view.id })}>
              {words.start}
            </button>
          )}
          {view.script && view.draft && (
            <button type="button" onClick={() => act('/v1/trials', { scriptId: view.id, draft: true })}>
              {words.start_draft}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

function TrialCard({ trial, end }: { readonly trial: Trial; readonly end: () => void }) {
  const { language } = useSession()
  const words = useWords(TRIALS)
  const { state, arms, comparisons, harm, margin, mismatched, startedAt, author } = trial
  const percent = (share: number) => share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })
  const points = (share: number) => `${share > 0 ? '+' : ''}${Math.round(share * 100)}`
  const at = new Date(startedAt).toLocaleDateString(language)
  return (
    <article class={`trial ${state}`}>
      <p>
        <b>{words[`state_${state}`]}</b> <small>{filled(words.since, { at, author })}</small>
      </p>
      {harm && <p class="problem">{filled(words[`harm_${harm.by}`], { arm: harm.arm })}</p>}
      {mismatched && <p class="problem">{words.mismatched}</p>}
      <Scrolls label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.wording}</th>
              {(['shown', 'taken', 'dismissed', 'complaints', 'paid'] as const).map((name) => (
                <th key={name} scope="col" class="number">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {arms.map((arm) => (
              <tr key={arm.name}>
                <th scope="row">
                  {arm.name} {arm.from === 'draft' && <small>{words.draft}</small>}{' '}
                  <span class="said">{arm.short}</span>
                </th>
                <td class="number">{arm.shown}</td>
                <td class="number">{arm.taken === undefined ? '–' : percent(arm.taken)}</td>
                <td class="number">{arm.dismissed}</td>
                <td class="number">{arm.complaints}</td>
                <td class="number">{arm.paid}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      {comparisons.map(({ arm, against, taken, decision }) => (
        <p key={arm}>
          {filled(words[decision], { arm, against, margin: percent(margin) })}{' '}
          <small>
            {filled(words.difference, {
              arm,
              against,
              difference: points(taken.difference),
              low: points(taken.low),
              high: points(taken.high),
            })}
          </small>
        </p>
      ))}
      {state !== 'ended' && (
        <button type="button" onClick={end}>
          {words.end}
        </button>
      )}
    </article>
  )
}
