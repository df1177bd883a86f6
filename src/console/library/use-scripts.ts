import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { ScriptHit as Hit, Locale } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { useSession } from '../session.ts'

export type ScriptHit = z.infer<typeof Hit>
export const SHOWN = ['in_use', 'drafts', 'retired', 'outrun', 'own', 'overridden'] as const
export type Shown = (typeof SHOWN)[number]

/** What the list is asked for, for each thing that can be shown. */
const QUERY: Readonly<Record<Shown, Readonly<Record<string, string>>>> = {
  in_use: {},
  drafts: { status: 'draft' },
  retired: { status: 'retired' },
  outrun: { conflict: 'base' },
  own: { origin: 'own' },
  overridden: { origin: 'override' },
}
const PAGE = 200

export interface ScriptsAsked {
  readonly shown: Shown
  readonly locale: Locale
  readonly q: string
}

/** All scripts that fit, page after page as they come; `times` asks again. */
export function useScripts({ shown, locale, q }: ScriptsAsked, times: number) {
  const { store } = useSession()
  const [scripts, setScripts] = useState<readonly ScriptHit[]>()
  const [error, setError] = useState<ApiError>()
  useEffect(() => {
    const running = new AbortController()
    const { signal } = running
    async function read() {
      let all: readonly ScriptHit[] = []
      let cursor: string | undefined
      do {
        const path = withQuery('/v1/scripts', { store: store?.id, locale, q, limit: PAGE, cursor, ...QUERY[shown] })
        const page: { scripts: ScriptHit[]; cursor?: string } = await ask(path, { signal })
        all = [...all, ...page.scripts]
        setScripts(all)
        cursor = page.cursor
      } while (cursor !== undefined)
    }
    setError(undefined)
    read().catch((failed: ApiError) => {
      if (!signal.aborted) setError(failed)
    })
    return () => running.abort()
  }, [store, shown, locale, q, times])
  return { scripts, error }
}
