import { useCallback, useEffect, useState } from 'preact/hooks'
import type { ScriptChange, ScriptView } from '../../protocol/index.ts'
import { ApiError, call, withQuery } from '../api.ts'
import { useSession } from '../session.ts'

interface Known {
  readonly view?: ScriptView
  /** What it was when it was read: a write needs that it still is. */
  readonly etag?: string
  readonly error?: ApiError
}

/** One script with its whole standing, and the ways to change it; each gives its new standing back. */
export function useScript(id: string, changed: () => void) {
  const { store } = useSession()
  const [known, setKnown] = useState<Known>({})
  const [isBusy, setBusy] = useState(false)
  const path = `/v1/scripts/${encodeURIComponent(id)}`

  const read = useCallback(async () => {
    try {
      setKnown(await standingIn(await call(withQuery(path, { store: store?.id }))))
    } catch (error) {
      if (error instanceof ApiError) setKnown({ error })
      else throw error
    }
  }, [path, store])
  useEffect(() => {
    setKnown({})
    read()
  }, [read])

  /** Undefined when it was refused; the form stays as it is. */
  async function change(work: (etag: string) => Promise<unknown>): Promise<ScriptView | undefined> {
    setBusy(true)
    try {
      await work(known.etag ?? '')
      const now = await standingIn(await call(withQuery(path, { store: store?.id })))
      setKnown(now)
      changed()
      return now.view
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setKnown((before) => ({ ...before, error }))
      return undefined
    } finally {
      setBusy(false)
    }
  }

  return {
    ...known,
    isBusy,
    read,
    put: (body: Pick<ScriptChange, 'status' | 'reviewOn'> & { readonly script: object }) =>
      change((etag) =>
        call(path, { method: 'PUT', body: { store: store?.id, ...body }, headers: { 'if-match': etag } }),
      ),
    retire: () =>
      change((etag) =>
        call(withQuery(path, { store: store?.id }), { method: 'DELETE', headers: { 'if-match': etag } }),
      ),
    rollback: (version: number) =>
      change((etag) =>
        call(`${path}/rollback`, { body: { store: store?.id, version }, headers: { 'if-match': etag } }),
      ),
    /** What has no address of its own. */
    act: (op: 'approve' | 'discard' | 'reset') =>
      change(() =>
        call('/v1/scripts/bulk', {
          body: { store: store?.id, changes: [{ id, op, version: known.view?.version ?? 0 }] },
        }),
      ),
  }
}

export type ScriptDesk = ReturnType<typeof useScript>

async function standingIn(response: Response): Promise<Known> {
  return { view: (await response.json()) as ScriptView, etag: response.headers.get('etag') ?? '' }
}
