import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiError } from './api.ts'

export interface Run {
  readonly isRunning: boolean
  readonly error: ApiError | undefined
  /** A newer piece of work stops the older one. */
  start(work: (signal: AbortSignal) => Promise<void>): void
  stop(): void
}

/** A long piece of work that can be stopped, and stops when the page is left. */
export function useRun(): Run {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<ApiError>()
  const running = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  return {
    isRunning,
    error,
    start(work) {
      running.current?.abort()
      const mine = new AbortController()
      running.current = mine
      setError(undefined)
      setRunning(true)
      work(mine.signal)
        .catch((failed: unknown) => {
          if (mine.signal.aborted) return
          setError(failed instanceof ApiError ? failed : new ApiError('internal', String(failed)))
        })
        .finally(() => {
          if (running.current === mine) setRunning(false)
        })
    },
    stop: () => running.current?.abort(),
  }
}
