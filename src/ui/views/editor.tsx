import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Suggestion } from '../../protocol/index.ts'
import { isComposing } from '../keys.ts'
import type { List } from '../talk.ts'
import type { Ui } from './ui.ts'

/** How long a pause in typing is, before the text is checked. */
const PAUSE_MS = 250

/** A suggestion changed by hand; the guard looks over the agent's shoulder, Enter inserts. */
export function Editor({
  ui,
  list,
  suggestion,
  place,
  close,
}: {
  ui: Ui
  list: List
  suggestion: Suggestion
  place: number
  close: () => void
}) {
  const { desk, words } = ui
  const box = useRef<HTMLTextAreaElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const start = useRef(desk.talkOf(list)?.marks[suggestion.id]?.text ?? suggestion.text)
  useLayoutEffect(() => {
    box.current?.focus()
    return () => clearTimeout(timer.current)
  }, [])
  const insert = () => {
    clearTimeout(timer.current)
    desk.insert(list, suggestion, place, box.current?.value)
    close()
  }
  return (
    <div class="editor">
      <textarea
        ref={box}
        rows={3}
        aria-label={words.edit}
        defaultValue={start.current}
        onInput={(event) => {
          const { value } = event.currentTarget
          clearTimeout(timer.current)
          timer.current = setTimeout(() => desk.change(list, suggestion, value), PAUSE_MS)
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter' && !event.shiftKey) insert()
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <button type="button" class="main" onClick={insert}>
        {words.insert}
      </button>
    </div>
  )
}
