import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isComposing, keyLabel } from '../keys.ts'
import { Icon } from './icon.tsx'
import type { Ui } from './ui.ts'

/** How long a pause in typing is. */
const PAUSE_MS = 90

/** Looks in the library while one types; the hits take the place of the suggestions until one leaves. */
export function SearchBox({ ui, box, down }: { ui: Ui; box: RefObject<HTMLInputElement | null>; down: () => void }) {
  const { desk, words, keys } = ui
  const search = desk.talk?.search
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSearching = search !== undefined
  // the box keeps what is typed by itself: a value given from outside would disturb an input method
  useEffect(() => {
    if (!isSearching && box.current) box.current.value = ''
  }, [isSearching, box])
  const leave = () => {
    clearTimeout(timer.current)
    if (box.current) box.current.value = ''
    desk.search(undefined)
    ui.leave()
  }
  const type = (query: string) => {
    clearTimeout(timer.current)
    // who types has left the pointer where it lay
    desk.hold('over', false)
    timer.current = setTimeout(() => desk.search(query), PAUSE_MS)
  }
  return (
    <search class="search">
      <Icon of="search" />
      <input
        ref={box}
        type="search"
        aria-label={words.search}
        placeholder={`${words.search} · ${words.search_hint}`}
        disabled={!desk.talk}
        onInput={(event) => {
          // half a word of an input method is no query
          if (!event.isComposing) type(event.currentTarget.value)
        }}
        onCompositionEnd={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event) || event.repeat) return
          if (event.key === 'Enter') desk.pickHit(0, event.timeStamp)
          else if (event.key === 'ArrowDown') down()
          else if (event.key === 'Escape') leave()
          else return
          event.preventDefault()
        }}
      />
      {search ? (
        <button type="button" class="icon" aria-label={words.leave} title={`${words.leave} (Esc)`} onClick={leave}>
          <Icon of="dismiss" />
        </button>
      ) : (
        <kbd>{keyLabel(keys.search)}</kbd>
      )}
    </search>
  )
}
