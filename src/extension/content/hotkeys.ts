import type { Hotkeys } from '../background/settings.ts'

/** Tells which suggestion a key press asks for, 0 for the first; only keys that a person pressed, and never while an input method composes. */
export function listenForKeys(page: Document, hotkeys: Hotkeys, pressed: (index: number) => void): () => void {
  const listener = (event: KeyboardEvent) => {
    const index = indexOf(event, hotkeys)
    if (index === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed(index)
  }
  page.addEventListener('keydown', listener, { capture: true })
  return () => page.removeEventListener('keydown', listener, { capture: true })
}

function indexOf(event: KeyboardEvent, { insert }: Hotkeys): number | undefined {
  if (!event.isTrusted || event.isComposing || event.keyCode === 229 || event.repeat || insert === 'off')
    return undefined
  const held = [event.ctrlKey && 'Control', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta']
  if (held.filter(Boolean).join('+') !== insert) return undefined
  // by its place: with Alt held, layouts give other characters
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1]
  return digit === undefined ? undefined : Number(digit) - 1
}
