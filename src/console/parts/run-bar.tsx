import type { ComponentChildren } from 'preact'
import { useWords } from '../session.ts'
import type { Run } from '../use-run.ts'
import { RUN } from '../words/run.ts'
import { filled } from '../words/table.ts'

interface RunBarProps {
  readonly run: Run
  readonly start: () => void
  readonly canStart: boolean
  readonly of: number
  readonly done: number
  readonly children?: ComponentChildren
}

/** Begins and stops a long piece of work and shows how far it is. */
export function RunBar({ run, start, canStart, of, done, children }: RunBarProps) {
  const words = useWords(RUN)
  return (
    <div class="row run-bar">
      {run.isRunning ? (
        <button type="button" onClick={run.stop}>
          {words.cancel}
        </button>
      ) : (
        <button type="button" class="main" disabled={!canStart} onClick={start}>
          {words.run}
        </button>
      )}
      {children}
      {done > 0 && (
        <>
          <progress value={done} max={of} aria-label={words.run} />
          <output>{filled(words.progress, { n: done, of })}</output>
        </>
      )}
    </div>
  )
}
