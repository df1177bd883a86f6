import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ApiError } from './api.ts'
import { ErrorNote } from './parts/error-note.tsx'
import { useWords } from './session.ts'
import { SHELL } from './words/shell.ts'

interface PageModule {
  readonly default: ComponentType<{ readonly part: string }>
}

/** A page that is fetched when it is first drawn. */
export function Lazy({ load, part }: { readonly load: () => Promise<PageModule>; readonly part: string }) {
  const words = useWords(SHELL)
  const [page, setPage] = useState<PageModule>()
  const [failed, setFailed] = useState(false)
  const fetchIt = () => {
    setFailed(false)
    load().then(setPage, () => setFailed(true))
  }
  useEffect(fetchIt, [])
  if (failed) return <ErrorNote error={new ApiError('unreachable', 'this page could not be loaded')} again={fetchIt} />
  if (!page) return <p class="loading">{words.loading}</p>
  const Page = page.default
  return <Page part={part} />
}
