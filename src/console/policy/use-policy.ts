import { useCallback, useEffect, useState } from 'preact/hooks'
import type { PolicyChange } from '../../protocol/index.ts'
import { ApiError, ask, call, withQuery } from '../api.ts'
import { useSession } from '../session.ts'
import type { Schema } from './schema.ts'
import type { Values } from './with-value.ts'

interface Known {
  readonly policy?: Values
  readonly etag?: string
  readonly schema?: Schema
}

/** The policy that is in force, its schema, and the ways to change it. */
export function usePolicy() {
  const { store } = useSession()
  const [known, setKnown] = useState<Known>({})
  const [error, setError] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)

  const read = useCallback(async () => {
    setError(undefined)
    try {
      const [response, schema] = await Promise.all([
        call(withQuery('/v1/policies', { store: store?.id })),
        ask<Schema>('/v1/policies/schema'),
      ])
      setKnown({
        policy: (await response.json()) as Values,
        etag: response.headers.get('etag') ?? '',
        schema,
      })
    } catch (failed) {
      if (failed instanceof ApiError) setError(failed)
      else throw failed
    }
  }, [store])
  useEffect(() => {
    read()
  }, [read])

  async function change(path: string, method: 'PUT' | 'POST', body: object): Promise<PolicyChange | undefined> {
    setBusy(true)
    setError(undefined)
    try {
      const headers = { 'if-match': known.etag ?? '' }
      return await ask<PolicyChange>(path, { method, body: { store: store?.id, ...body }, headers })
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed
      setError(failed)
      return undefined
    } finally {
      setBusy(false)
    }
  }

  return {
    ...known,
    error,
    isBusy,
    read,
    preview: (body: object) => change('/v1/policies?dryRun=true', 'PUT', body),
    write: (body: object) => change('/v1/policies', 'PUT', body),
    rollback: (version: number) => change('/v1/policies/rollback', 'POST', { version }),
  }
}
