import { useEffect, useState } from 'preact/hooks'
import { ErrorNote } from '../parts/error-note.tsx'
import { hrefOf } from '../router.ts'
import { isLead, useSession, useWords } from '../session.ts'
import { ANSWER } from '../words/answer.ts'
import { LIBRARY } from '../words/library.ts'
import { SHELL } from '../words/shell.ts'
import { filled } from '../words/table.ts'
import { draftOf, type ScriptDraft, scriptOf } from './draft.ts'
import { ScriptForm } from './script-form.tsx'
import { ScriptHistory } from './script-history.tsx'
import { ScriptTrials } from './script-trials.tsx'
import { ScriptUsage } from './script-usage.tsx'
import { useScript } from './use-script.ts'

interface ScriptPageProps {
  readonly id: string
  readonly changed: () => void
}

/** One script: its words, its standing, what became of it. */
export function ScriptPage({ id, changed }: ScriptPageProps) {
  const { me } = useSession()
  const words = useWords(LIBRARY)
  const answerWords = useWords(ANSWER)
  const shell = useWords(SHELL)
  const desk = useScript(id, changed)
  const { view, error, isBusy } = desk
  const [draft, setDraft] = useState<ScriptDraft>()
  const [says, setSays] = useState('')
  useEffect(() => {
    const text = view?.draft ?? view?.script ?? view?.base
    setDraft(text && draftOf(text))
  }, [view])

  async function save(status: 'approved' | 'draft' | undefined) {
    setSays('')
    let script: ReturnType<typeof scriptOf>
    try {
      script = scriptOf(draft!)
    } catch (fault) {
      return setSays(filled(words.rest_bad, { says: (fault as Error).message }))
    }
    const now = await desk.put({ script, status })
    if (now) setSays(now.draft ? words.saved_draft : words.saved)
  }

  return (
    <section class="card script" aria-label={id}>
      <header class="row">
        <a href={hrefOf('library')}>← {words.back}</a>
        <h2>{id}</h2>
      </header>
      {view && (
        <p class="soft">
          {words[`status_${view.status}`]} · {words[`origin_${view.origin}`]} ·{' '}
          {filled(words.version, { n: view.version })}
          {view.author && ` · ${view.author}`}
        </p>
      )}
      {!view && !error && <p class="loading">{shell.loading}</p>}
      {view?.draft && <p class="notice">{words.draft_says}</p>}
      {view?.conflict && (
        <div class="notice">
          <p>{words.conflict_says}</p>
          <p>
            <b>{words.old_base}</b>: {view.oldBase?.wordings[0]?.open}
          </p>
          <p>
            <b>{words.new_base}</b>: {view.base?.wordings[0]?.open}
          </p>
        </div>
      )}
      {view?.findings.map(({ path, verdict, warnings }) => (
        <p key={path} class={`finding ${verdict}`}>
          <code>{path}</code> {answerWords[verdict]}: {warnings.map((one) => one.says).join(' ')}
        </p>
      ))}
      {draft && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save(isLead(me) ? 'approved' : undefined)
          }}
        >
          <ScriptForm draft={draft} change={setDraft} isNew={false} />
          <ErrorNote error={error} />
          <p role="status">{says}</p>
          <div class="row">
            <button type="submit" class="main" disabled={isBusy}>
              {isLead(me) ? words.save : words.save_draft}
            </button>
            {isLead(me) && (
              <button type="button" disabled={isBusy} onClick={() => save('draft')}>
                {words.save_draft}
              </button>
            )}
            {isLead(me) && (view?.draft || view?.status === 'retired') && (
              <button type="button" disabled={isBusy} onClick={() => desk.act('approve')}>
                {words.approve}
              </button>
            )}
            {view?.draft && (
              <button type="button" disabled={isBusy} onClick={() => desk.act('discard')}>
                {words.discard}
              </button>
            )}
            {isLead(me) && view?.status !== 'retired' && (
              <button type="button" class="quiet" disabled={isBusy} onClick={desk.retire}>
                {words.retire}
              </button>
            )}
            {isLead(me) && view?.base && view.version > 0 && (
              <button type="button" class="quiet" disabled={isBusy} onClick={() => desk.act('reset')}>
                {words.reset}
              </button>
            )}
            {error?.code === 'precondition_failed' && (
              <button type="button" onClick={desk.read}>
                {words.reload}
              </button>
            )}
          </div>
        </form>
      )}
      {!draft && <ErrorNote error={error} again={desk.read} />}
      {isLead(me) && <ScriptUsage id={id} />}
      {isLead(me) && view && <ScriptTrials view={view} />}
      {view && <ScriptHistory id={id} version={view.version} rollback={desk.rollback} canWrite={isLead(me)} />}
    </section>
  )
}
