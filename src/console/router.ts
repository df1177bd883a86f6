import { useEffect, useState } from 'preact/hooks'

export const PAGES = ['desk', 'library', 'policy', 'figures', 'evaluation', 'batch', 'settings'] as const
export type Page = (typeof PAGES)[number]

/** Where one is: a page and what of it is looked at. Kept behind the `#`, so that the gateway has one page to serve. */
export interface Place {
  readonly page: Page
  readonly part: string
}

export const hrefOf = (page: Page, part = ''): string => `#/${page}${part === '' ? '' : `/${encodeURIComponent(part)}`}`

function placeOf(hash: string): Place {
  const [, name = '', part = ''] = /^#\/(\w+)(?:\/(.*))?$/.exec(hash) ?? []
  return { page: PAGES.find((page) => page === name) ?? 'desk', part: decoded(part) }
}

/** An address that somebody has mangled leads to the whole page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location.hash))
  useEffect(() => {
    const moved = () => setPlace(placeOf(location.hash))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  return place
}
