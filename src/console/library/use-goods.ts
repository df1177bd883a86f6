import { useEffect, useRef, useState } from 'preact/hooks'
import { type ApiError, ask, withQuery } from '../api.ts'
import { useSession } from '../session.ts'
import type { AgingField, GoodsCard } from './goods-card.ts'

interface Page {
  readonly products: readonly GoodsCard[]
  readonly stale: readonly { readonly id: string; readonly fields: readonly AgingField[] }[]
  readonly cursor?: string
}
const NOTHING: Page = { products: [], stale: [] }
const PAGE = 50

/** The goods that fit what was typed, one page and then another on demand; `times` asks again. */
export function useGoods(q: string, times: number) {
  const { store } = useSession()
  const [found, setFound] = useState<Page>()
  const [error, setError] = useState<ApiError>()
  const running = useRef(new AbortController())

  function read(before: Page): void {
    const { signal } = running.current
    const path = withQuery('/v1/products', { store: store?.id, q, limit: PAGE, cursor: before.cursor })
    setError(undefined)
    ask<Page>(path, { signal }).then(
      (page) =>
        setFound({
          ...page,
          products: [...before.products, ...page.products],
          stale: [...before.stale, ...page.stale],
        }),
      (failed: ApiError) => {
        if (!signal.aborted) setError(failed)
      },
    )
  }
  useEffect(() => {
    running.current = new AbortController()
    read(NOTHING)
    return () => running.current.abort()
  }, [store, q, times])
  return { found, error, more: found?.cursor === undefined ? undefined : () => read(found) }
}
