import { useState } from 'preact/hooks'
import type { Locale } from '../../protocol/index.ts'
import { LANGUAGES } from '../language.ts'
import { Conflicts } from '../library/conflicts.tsx'
import { Goods } from '../library/goods.tsx'
import { GOODS_PART } from '../library/goods-list.tsx'
import { Import } from '../library/import.tsx'
import { NewScript } from '../library/new-script.tsx'
import { Proposals } from '../library/proposals.tsx'
import { ScriptList } from '../library/script-list.tsx'
import { ScriptPage } from '../library/script-page.tsx'
import { SHOWN, type Shown, useScripts } from '../library/use-scripts.ts'
import { Choice } from '../parts/choice.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { hrefOf } from '../router.ts'
import { useSession, useWords } from '../session.ts'
import { GOODS } from '../words/goods.ts'
import { IMPORT } from '../words/import.ts'
import { LIBRARY } from '../words/library.ts'
import { SHELL } from '../words/shell.ts'
import '../styles/figures.css'
import '../styles/goods.css'
import '../styles/library.css'
import '../styles/run.css'

const NEW = '+new'
const PROPOSALS = '+proposals'
const CONFLICTS = '+conflicts'
const IMPORTS = '+import'

/** What may be said: found, read, written, approved. */
export default function Library({ part }: { readonly part: string }) {
  const words = useWords(LIBRARY)
  const imports = useWords(IMPORT)
  const goods = useWords(GOODS)
  const shell = useWords(SHELL)
  return (
    <>
      <div class="bar">
        <h1>{shell.library}</h1>
        <Tabs
          page="library"
          at={goodsAt(part) === undefined ? ([PROPOSALS, CONFLICTS, IMPORTS].includes(part) ? part : '') : GOODS_PART}
          tabs={{
            '': shell.library,
            [PROPOSALS]: words.proposals,
            [CONFLICTS]: words.conflicts,
            [IMPORTS]: imports.title,
            [GOODS_PART]: goods.title,
          }}
        />
        <div class="row">
          <a class="button" href={hrefOf('library', NEW)}>
            + {words.new}
          </a>
        </div>
      </div>
      <Part part={part} />
    </>
  )
}

function Part({ part }: { readonly part: string }) {
  if (part === PROPOSALS) return <Proposals />
  if (part === CONFLICTS) return <Conflicts />
  if (part === IMPORTS) return <Import />
  const open = goodsAt(part)
  if (open !== undefined) return <Goods open={open} />
  return <Browse open={part} />
}

/** The product that an address opens, empty for the list alone; undefined where it is about something else. */
function goodsAt(part: string): string | undefined {
  if (part === GOODS_PART) return ''
  return part.startsWith(`${GOODS_PART}:`) ? part.slice(GOODS_PART.length + 1) : undefined
}

/** The list, and beside it the script that is open. */
function Browse({ open }: { readonly open: string }) {
  const { language, store } = useSession()
  const words = useWords(LIBRARY)
  const [q, setQ] = useState('')
  const [shown, setShown] = useState<Shown>('in_use')
  const [locale, setLocale] = useState<Locale>(() =>
    store && !store.locales.includes(language) ? store.locales[0]! : language,
  )
  const [times, setTimes] = useState(0)
  const { scripts, error } = useScripts({ shown, locale, q: q.trim() }, times)
  const again = () => setTimes((before) => before + 1)
  const locales = Object.fromEntries((store?.locales ?? []).map((one) => [one, LANGUAGES[one]]))

  return (
    <div class={`library ${open === '' ? '' : 'reads'}`}>
      <section class="card found">
        <SearchField label={words.search} value={q} change={setQ} />
        <div class="row">
          <Choice
            label={words.show}
            name="shown"
            value={shown}
            options={Object.fromEntries(SHOWN.map((one) => [one, words[one]])) as Record<Shown, string>}
            choose={setShown}
          />
          <Choice
            label={words.language}
            value={locale}
            options={locales as Record<Locale, string>}
            choose={setLocale}
          />
        </div>
        <ErrorNote error={error} again={again} />
        {scripts && <ScriptList scripts={scripts} open={open} />}
      </section>
      {open === NEW && <NewScript locale={locale} changed={again} />}
      {open !== '' && open !== NEW && <ScriptPage key={open} id={open} changed={again} />}
    </div>
  )
}
