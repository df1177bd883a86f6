import { useCallback, useEffect, useState } from 'preact/hooks'
import { type ApiError, ask } from './api.ts'

export interface Read<T> {
  readonly data: T | undefined
  readonly error: ApiError | undefined
  readonly isLoading: boolean
  readonly again: () => void
}

/** What `path` answers, asked anew when the path changes; what was read before stays until then. Without a path nothing is asked. */
export function useRead<T>(path: string | undefined): Read<T> {
  const [known, setKnown] = useState<{ data?: T; error?: ApiError; path?: string }>({})
  const [times, setTimes] = useState(0)
  // `times` asks for the same path again
  useEffect(() => {
    if (path === undefined) return
    const running = new AbortController()
    ask<T>(path, { signal: running.signal }).then(
      (data) => setKnown({ data, path }),
      (error: ApiError) => {
        if (!running.signal.aborted) setKnown({ error, path })
      },
    )
    return () => running.abort()
  }, [path, times])
  const again = useCallback(() => setTimes((before) => before + 1), [])
  return { data: known.data, error: known.error, isLoading: path !== undefined && known.path !== path, again }
}
