import { useState } from 'preact/hooks'
import type { ImportReport } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { IMPORT } from '../words/import.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'
import { ImportRows } from './import-rows.tsx'
import { PastImports } from './past-imports.tsx'

/** Phrases of another program: what would become of each is shown before anything is written. */
export function Import() {
  const { me, store } = useSession()
  const words = useWords(IMPORT)
  const { needs_lead } = useWords(SETTINGS)
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<ImportReport>()
  const [error, setError] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)
  const [times, setTimes] = useState(0)

  async function send(chosen: File, dryRun: boolean) {
    setBusy(true)
    setError(undefined)
    const path = withQuery('/v1/scripts/import', { store: store?.id, dryRun: String(dryRun) })
    await ask<ImportReport>(path, { method: 'POST', body: chosen }).then(setReport, setError)
    if (!dryRun) setTimes(times + 1)
    setBusy(false)
  }

  const brings = report ? report.counts.new + report.counts.draft : 0
  return (
    <>
      <section class="card run">
        <p class="soft">{words.says}</p>
        {isLead(me) ? (
          <div class="row">
            <label class="file">
              <span>{file?.name ?? words.file}</span>
              <input
                type="file"
                accept=".csv,.xlsx,.json,.yaml,.yml"
                onChange={({ currentTarget: { files } }) => {
                  setReport(undefined)
                  setFile(files?.[0])
                  if (files?.[0]) send(files[0], true)
                }}
              />
            </label>
            <button type="button" disabled={!file || isBusy} onClick={() => file && send(file, true)}>
              {words.look}
            </button>
            <button
              type="button"
              class="main"
              disabled={!file || isBusy || brings === 0 || report?.importId !== undefined}
              onClick={() => file && send(file, false)}
            >
              {filled(words.go, { n: brings })}
            </button>
          </div>
        ) : (
          <p class="soft">{needs_lead}</p>
        )}
        <ErrorNote error={error} />
        {report?.importId && <p role="status">{words.done}</p>}
      </section>
      {report && <ImportRows report={report} />}
      <PastImports key={times} changed={() => setReport(undefined)} />
    </>
  )
}
