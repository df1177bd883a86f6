import { type KeyMap, keyAct } from '../../ui/index.ts'
import type { KeyPress } from '../wire.ts'

/** Tells of the panel's keys while the page has the keyboard; only what a person pressed, and nothing while an input method composes. */
export function listenForKeys(page: Document, keys: KeyMap, pressed: (key: KeyPress) => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (!event.isTrusted) return
    // with Alt held the panel keeps its list as it is
    const isAlt = event.key === 'Alt' && !event.repeat
    const isAct = event.type === 'keydown' && keyAct(event, keys) !== undefined
    if (isAct) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (isAct || isAlt) pressed(pressOf(event))
  }
  const types = ['keydown', 'keyup'] as const
  for (const type of types) page.addEventListener(type, listener, { capture: true })
  return () => {
    for (const type of types) page.removeEventListener(type, listener, { capture: true })
  }
}

function pressOf({ type, key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): KeyPress {
  return { type: type as KeyPress['type'], key, code, altKey, ctrlKey, metaKey, shiftKey }
}
