import { useContext } from 'preact/hooks'
import type { Locale } from '../../protocol/index.ts'
import type { ApiError } from '../api.ts'
import { SessionContext } from '../session.ts'
import { ERRORS } from '../words/errors.ts'
import { SHELL } from '../words/shell.ts'

interface ErrorNoteProps {
  readonly error: ApiError | undefined
  /** Where there is no session yet. */
  readonly language?: Locale
  readonly again?: () => void
}

/** What went wrong, as the service says it, and what to do about it. */
export function ErrorNote({ error, language, again }: ErrorNoteProps) {
  const session = useContext(SessionContext)
  if (!error) return null
  const speaks = language ?? session?.language ?? 'zh'
  return (
    <div class="error-note" role="alert">
      <p>{ERRORS[speaks][error.code] ?? error.message}</p>
      <p class="soft">
        <code>{error.code}</code> {error.message}
      </p>
      {error.details.length > 1 && (
        <ul>
          {error.details.map(({ path, message }) => (
            <li key={path}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" onClick={again}>
          {SHELL[speaks].again}
        </button>
      )}
    </div>
  )
}
