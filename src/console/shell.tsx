import { useEffect, useRef } from 'preact/hooks'
import { LANGUAGES } from './language.ts'
import { Lazy } from './lazy.tsx'
import { Choice } from './parts/choice.tsx'
import { hrefOf, PAGES, type Page, usePlace } from './router.ts'
import { inLanguage, type Theme, useSession, useWords } from './session.ts'
import { SHELL } from './words/shell.ts'

/** Each page is loaded when it is first gone to. */
const LOADERS = {
  desk: () => import('./pages/desk.tsx'),
  library: () => import('./pages/library.tsx'),
  policy: () => import('./pages/policy.tsx'),
  figures: () => import('./pages/figures.tsx'),
  evaluation: () => import('./pages/evaluation.tsx'),
  batch: () => import('./pages/batch.tsx'),
  settings: () => import('./pages/settings.tsx'),
}

/** The frame around every page. */
export function Shell() {
  const session = useSession()
  const { language, theme, store, stores } = session
  const words = useWords(SHELL)
  const { page, part } = usePlace()
  const main = useRef<HTMLElement>(null)
  const nav = useRef<HTMLElement>(null)
  const isFirst = useRef(true)

  // whoever goes to another page by keyboard or screen reader is taken there
  useEffect(() => {
    if (!isFirst.current) main.current?.focus()
    isFirst.current = false
  }, [page])
  useEffect(() => {
    document.title = `${words[page]} · 话术 Huashu`
    // where there is no room for all names, the one that counts is seen
    const strip = nav.current
    const now = strip?.querySelector<HTMLElement>('[aria-current]')
    if (strip && now) strip.scrollLeft = now.offsetLeft - (strip.clientWidth - now.offsetWidth) / 2
  }, [words, page])

  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <header class="top">
        <a class="brand" href={hrefOf('desk')}>
          话术 <span>Huashu</span>
        </a>
        <nav ref={nav} aria-label={words.pages}>
          {PAGES.map((one: Page) => (
            <a key={one} href={hrefOf(one)} aria-current={one === page ? 'page' : undefined}>
              {words[one]}
            </a>
          ))}
        </nav>
        <div class="choices">
          {stores.length > 1 && store && (
            <Choice
              label={words.store}
              value={store.id}
              options={Object.fromEntries(stores.map(({ id, name }) => [id, inLanguage(name, language) || id]))}
              choose={session.setStore}
            />
          )}
          <Choice
            label={words.language}
            name="language"
            value={language}
            options={LANGUAGES}
            choose={session.setLanguage}
          />
          <Choice
            label={words.theme}
            name="theme"
            value={theme}
            options={{ auto: words.auto, light: words.light, dark: words.dark } satisfies Record<Theme, string>}
            choose={session.setTheme}
          />
        </div>
      </header>
      <main id="content" tabIndex={-1} ref={main}>
        <Lazy key={page} load={LOADERS[page]} part={part} />
      </main>
    </>
  )
}
