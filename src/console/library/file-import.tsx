import { useState } from 'preact/hooks'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'

interface Props<R> {
  /** Takes the file as its body; `dryRun=true` only reports. */
  readonly path: string
  readonly accept: string
  readonly words: Readonly<Record<'says' | 'file' | 'look' | 'go' | 'done', string>>
  readonly report: R | undefined
  /** Told of a new report, or of none when another file is chosen. */
  readonly tell: (report: R | undefined) => void
  /** How much the file of a report would bring. */
  readonly brings: (report: R) => number
  readonly isWritten: (report: R) => boolean
}

/** A file is chosen and looked at; what would become of it is shown before anything is written. */
export function FileImport<R>({ path, accept, words, report, tell, brings, isWritten }: Props<R>) {
  const { me, store } = useSession()
  const { needs_lead } = useWords(SETTINGS)
  const [file, setFile] = useState<File>()
  const [error, setError] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)

  async function send(chosen: File, dryRun: boolean) {
    setBusy(true)
    setError(undefined)
    const to = withQuery(path, { store: store?.id, dryRun: String(dryRun) })
    await ask<R>(to, { method: 'POST', body: chosen }).then(tell, setError)
    setBusy(false)
  }

  const count = report ? brings(report) : 0
  const isDone = report !== undefined && isWritten(report)
  return (
    <section class="card run">
      <p class="soft">{words.says}</p>
      {isLead(me) ? (
        <div class="row">
          <label class="file">
            <span>{file?.name ?? words.file}</span>
            <input
              type="file"
              accept={accept}
              onChange={({ currentTarget: { files } }) => {
                tell(undefined)
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
            disabled={!file || isBusy || count === 0 || isDone}
            onClick={() => file && send(file, false)}
          >
            {filled(words.go, { n: count })}
          </button>
        </div>
      ) : (
        <p class="soft">{needs_lead}</p>
      )}
      <ErrorNote error={error} />
      {isDone && <p role="status">{words.done}</p>}
    </section>
  )
}
