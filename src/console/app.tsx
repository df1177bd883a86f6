import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { CallerResult, Locale } from '../protocol/index.ts'
import { type ApiError, apiKey, ask, onRefused } from './api.ts'
import { kept } from './kept.ts'
import { browserLanguage, LANGUAGES, tagOf } from './language.ts'
import { Login } from './login.tsx'
import { ErrorNote } from './parts/error-note.tsx'
import { type Session, SessionContext, type Store, THEMES, type Theme } from './session.ts'
import { Shell } from './shell.tsx'
import { SHELL } from './words/shell.ts'

const keptLanguage = kept('local', 'huashu-language')
const keptTheme = kept('local', 'huashu-theme')
const keptStore = kept('local', 'huashu-store')

interface Known {
  readonly me: CallerResult
  readonly stores: readonly Store[]
  readonly slots: ReadonlyMap<string, Readonly<Record<Locale, string>>>
}

/** Who this is, then the pages. */
export function App() {
  const [language, setLanguage] = useState(firstLanguage)
  const [theme, setTheme] = useState<Theme>(() => THEMES.find((one) => one === keptTheme.read()) ?? 'auto')
  const [known, setKnown] = useState<Known>()
  const [storeId, setStoreId] = useState(keptStore.read)
  const [error, setError] = useState<ApiError>()
  const [asksKey, setAsksKey] = useState(false)

  const begin = useCallback(() => {
    setError(undefined)
    setAsksKey(false)
    readAll().then(setKnown, (failed: ApiError) => {
      if (failed.code === 'unauthorized') setAsksKey(true)
      else setError(failed)
    })
  }, [])

  useEffect(() => {
    onRefused(() => setAsksKey(true))
    begin()
  }, [begin])

  // before anything is painted
  useLayoutEffect(() => {
    document.documentElement.lang = tagOf(language)
    document.documentElement.dataset.theme = theme
    keptLanguage.write(language)
    keptTheme.write(theme)
  }, [language, theme])

  const session = useMemo((): Session | undefined => {
    if (!known) return undefined
    return {
      language,
      setLanguage,
      theme,
      setTheme,
      me: known.me,
      stores: known.stores,
      store: known.stores.find(({ id }) => id === storeId) ?? known.stores[0],
      setStore(id) {
        keptStore.write(id)
        setStoreId(id)
      },
      slotName: (slot) => known.slots.get(slot)?.[language] ?? slot,
      signOut() {
        apiKey.write(undefined)
        setAsksKey(true)
      },
    }
  }, [known, language, theme, storeId])

  if (asksKey) return <Login language={language} setLanguage={setLanguage} entered={begin} />
  if (error) return <ErrorNote error={error} language={language} again={begin} />
  if (!session) return <p class="loading">{SHELL[language].loading}</p>
  return (
    <SessionContext.Provider value={session}>
      <Shell />
    </SessionContext.Provider>
  )
}

async function readAll(): Promise<Known> {
  const me = await ask<CallerResult>('/v1/me')
  const [{ stores }, { slots }] = await Promise.all([
    ask<{ stores: Store[] }>('/v1/stores'),
    ask<{ slots: { name: string; says: Record<Locale, string> }[] }>('/v1/slots'),
  ])
  return { me, stores, slots: new Map(slots.map(({ name, says }) => [name, says])) }
}

function firstLanguage(): Locale {
  const chosen = keptLanguage.read()
  return (Object.keys(LANGUAGES) as Locale[]).find((one) => one === chosen) ?? browserLanguage()
}
