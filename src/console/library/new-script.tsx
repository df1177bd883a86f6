import { useState } from 'preact/hooks'
import type { Locale, ScriptView } from '../../protocol/index.ts'
import { ApiError, ask } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { hrefOf } from '../router.ts'
import { isLead, useSession, useWords } from '../session.ts'
import { LIBRARY } from '../words/library.ts'
import { filled } from '../words/table.ts'
import { emptyDraft, type ScriptDraft, scriptOf } from './draft.ts'
import { ScriptForm } from './script-form.tsx'

/** A script of the store's own; once written it is a script like the others. */
export function NewScript({ locale, changed }: { readonly locale: Locale; readonly changed: () => void }) {
  const { me, store } = useSession()
  const words = useWords(LIBRARY)
  const [draft, setDraft] = useState<ScriptDraft>(() => emptyDraft(locale))
  const [error, setError] = useState<ApiError>()
  const [says, setSays] = useState('')

  async function save(event: Event) {
    event.preventDefault()
    setError(undefined)
    try {
      const view = await ask<ScriptView>('/v1/scripts', { body: { store: store?.id, script: scriptOf(draft) } })
      changed()
      location.hash = hrefOf('library', view.id)
    } catch (fault) {
      if (fault instanceof ApiError) setError(fault)
      else setSays(filled(words.rest_bad, { says: (fault as Error).message }))
    }
  }

  return (
    <section class="card script">
      <header class="row">
        <a href={hrefOf('library')}>← {words.back}</a>
        <h2>{words.new}</h2>
      </header>
      <form onSubmit={save}>
        <ScriptForm draft={draft} change={setDraft} isNew />
        <ErrorNote error={error} />
        <p role="alert" class="problem">
          {says}
        </p>
        <button type="submit" class="main">
          {isLead(me) ? words.save : words.save_draft}
        </button>
      </form>
    </section>
  )
}
