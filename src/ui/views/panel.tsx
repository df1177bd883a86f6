import { useEffect, useRef } from 'preact/hooks'
import type { List } from '../talk.ts'
import { Foot } from './foot.tsx'
import { Head } from './head.tsx'
import { Missing } from './missing.tsx'
import { Queue } from './queue.tsx'
import { Reading } from './reading.tsx'
import { SearchBox } from './search-box.tsx'
import { SuggestionRow } from './suggestion.tsx'
import type { Ui } from './ui.ts'

/** Lets the page move the focus into the panel. */
export interface Grips {
  search(): void
  list(): void
}

/** The whole panel. Everything above the list keeps its height, so that nothing jumps when suggestions arrive. */
export function Panel({ ui, limit, grips }: { ui: Ui; limit: number; grips: (grips: Grips) => void }) {
  const { desk, words } = ui
  const { list } = desk
  const box = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLOListElement>(null)
  const downAt = useRef(0)
  const focusRow = (step: number) => {
    const numbers = [...(rows.current?.querySelectorAll<HTMLElement>('button.num') ?? [])]
    const root = rows.current?.getRootNode() as ShadowRoot | undefined
    const at = numbers.findIndex((one) => one.closest('li')?.contains(root?.activeElement ?? null))
    numbers[Math.min(numbers.length - 1, Math.max(0, at + step))]?.focus()
  }
  useEffect(() => {
    grips({
      search: () => box.current?.focus(),
      list: () => rows.current?.querySelector<HTMLElement>('button.num')?.focus(),
    })
  }, [grips])
  return (
    <section class="panel" aria-label={words.panel}>
      <Head ui={ui} />
      <Queue ui={ui} />
      <Reading ui={ui} />
      {!desk.watches && <SearchBox ui={ui} box={box} down={() => focusRow(1)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches where the pointer and the focus are */}
      <div
        class={`scroll ${desk.isForeign ? 'foreign' : ''} ${desk.talk?.isOld || desk.state.connection === 'lost' ? 'old' : ''} ${desk.isFresh() ? 'fresh' : ''}`}
        onPointerEnter={() => desk.hold('over', true)}
        onPointerMove={() => desk.hold('over', true)}
        onPointerLeave={() => desk.hold('over', false)}
        onPointerDown={(event) => {
          downAt.current = event.timeStamp
          desk.hold('down', true)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            if ((event.target as Element).matches('textarea, input, select')) return
            event.preventDefault()
            focusRow(event.key === 'ArrowDown' ? 1 : -1)
          } else if (event.key === 'Escape') ui.leave()
        }}
      >
        <p class="news">
          {desk.isForeign
            ? words.foreign
            : desk.hasNews && list
              ? words.news
              : desk.talk?.isOld && list
                ? words.old
                : ''}
        </p>
        {list ? (
          <>
            <ol ref={rows} class="rows" aria-label={words.panel} lang={list.answer.locale}>
              {list.suggestions.map((suggestion, place) => (
                <SuggestionRow
                  key={suggestion.id}
                  ui={ui}
                  list={list}
                  suggestion={suggestion}
                  place={place}
                  pressedAt={(event) => (event.detail > 0 ? downAt.current : event.timeStamp)}
                />
              ))}
            </ol>
            {list.suggestions.length === 0 && <Empty ui={ui} list={list} />}
            {list.query === undefined && <Missing key={list.turnId} ui={ui} list={list} />}
          </>
        ) : (
          <Nothing ui={ui} limit={limit} />
        )}
      </div>
      <Foot ui={ui} />
      <div class="hidden" role="status" aria-live="polite">
        {list && list.suggestions.length > 0 && !desk.isFresh()
          ? words.found
              .replace('{n}', String(list.suggestions.length))
              .replace('{text}', () => list.suggestions[0]?.text ?? '')
          : ''}
      </div>
    </section>
  )
}

function Empty({ ui: { words }, list }: { ui: Ui; list: List }) {
  return <p class="empty">{list.query === undefined ? words[list.answer.gap ?? 'none'] : words.no_hits}</p>
}

/** Where there is no list: why, over the places where it will stand. */
function Nothing({ ui: { desk, words }, limit }: { ui: Ui; limit: number }) {
  const isQuiet = desk.talk?.list?.quiet
  return (
    <>
      <p class="empty">
        {desk.talk === undefined ? words.no_conversation : isQuiet ? words.quiet : words.none_hint}
        {isQuiet && (
          <button type="button" class="link" onClick={() => desk.unquiet()}>
            {words.show}
          </button>
        )}
      </p>
      <div class="ghosts" aria-hidden="true">
        {Array.from({ length: Math.min(3, limit) }, (_, index) => (
          <div key={index.toString()} class="ghost" />
        ))}
      </div>
    </>
  )
}
