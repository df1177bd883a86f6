import { isComposing, type KeyMap, keyAct } from '../../ui/index.ts'
import type { KeyPress } from '../wire.ts'

export interface KeyListener {
  /** A key of the panel's, or Alt. */
  pressed(key: KeyPress): void
  /** Something else was typed; what, is nobody's business. */
  typed(): void
}

/** Who goes on typing is told of so often. */
const TYPING_MS = 500

/** Tells of the panel's keys while the page has the keyboard; only what a person pressed, and nothing while an input method composes. */
export function listenForKeys(page: Document, keys: KeyMap, { pressed, typed }: KeyListener): () => void {
  let altDown: KeyPress | undefined
  let typedAt = Number.NEGATIVE_INFINITY
  const listener = (event: KeyboardEvent) => {
    if (!event.isTrusted) return
    // with Alt held the panel keeps its list as it is
    const isAlt = event.key === 'Alt' && !event.repeat
    const isAct = event.type === 'keydown' && keyAct(event, keys) !== undefined
    if (isAct) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (isAlt) altDown = event.type === 'keydown' ? pressOf(event) : undefined
    if (isAct || isAlt) pressed(pressOf(event))
    else if (
      event.type === 'keydown' &&
      !event.altKey &&
      !isComposing(event) &&
      event.timeStamp - typedAt > TYPING_MS
    ) {
      typedAt = event.timeStamp
      typed()
    }
  }
  /** Who leaves by Alt+Tab lets the key go where this page does not hear it. */
  const leave = () => {
    if (altDown) pressed({ ...altDown, type: 'keyup', altKey: false, at: Date.now() })
    altDown = undefined
  }
  const listening = new AbortController()
  const { signal } = listening
  for (const type of ['keydown', 'keyup'] as const) page.addEventListener(type, listener, { capture: true, signal })
  page.defaultView?.addEventListener('blur', leave, { signal })
  return () => listening.abort()
}

function pressOf({ type, timeStamp, view, key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): KeyPress {
  // each frame counts from its own beginning
  const at = Date.now() - ((view ?? window).performance.now() - timeStamp)
  return { type: type as KeyPress['type'], at, key, code, altKey, ctrlKey, metaKey, shiftKey }
}
