import type { Desk } from './desk.ts'
import { textOf } from './insert.ts'
import { isComposing, type KeyMap, keyAct } from './keys.ts'
import type { Grips } from './views/panel.tsx'

/** What keys anywhere on the page reach. */
export interface PageParts {
  readonly panel: HTMLElement
  readonly desk: Desk
  keys(): KeyMap
  /** The reply box, where the panel can see it. */
  box(): HTMLElement | null
  /** Whether an input method is at work in it. */
  isComposing(): boolean
  grips(): Grips | undefined
}

/** Acts on the panel's keys, and watches what holds its list, until the signal says so. */
export function listenToPage({ panel, desk, ...page }: PageParts, signal: AbortSignal): void {
  const options = { signal, capture: true }
  const isOff = () => panel.getAttribute('keys') === 'off'

  function press(event: KeyboardEvent): void {
    if (isOff() || page.isComposing() || isComposing(event)) return
    if (event.key === 'Alt') desk.hold('alt', true)
    // who types in the page has left the pointer where it lay
    if (!event.altKey && !event.composedPath().includes(panel)) desk.hold('over', false)
    const act = keyAct(event, page.keys())
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    const at = event.timeStamp
    if (act.act === 'insert') desk.pick(act.place, at)
    else if (act.act === 'copy') desk.copyPlace(act.place, at)
    else if (act.act === 'hold') desk.pickHold(at)
    else if (act.act === 'fix') desk.fixFirst(at)
    else if (act.act === 'search') page.grips()?.search()
    else page.grips()?.list()
  }

  /** `/` or `、` in an empty reply box looks in the library; an input method writes `、` without a key that says so. */
  function beginSearch(event: InputEvent): void {
    const box = page.box()
    if (isOff() || !box || event.isComposing || !event.composedPath().includes(box)) return
    if ((event.data !== '/' && event.data !== '、') || textOf(box).trim() !== '') return
    event.preventDefault()
    page.grips()?.search()
  }

  const letGo = () => desk.hold('down', false)
  window.addEventListener('keydown', press, options)
  window.addEventListener('keyup', (event) => event.key === 'Alt' && desk.hold('alt', false), options)
  window.addEventListener(
    'blur',
    () => {
      desk.hold('alt', false)
      letGo()
    },
    options,
  )
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, letGo, options)
  document.addEventListener('beforeinput', beginSearch, options)
}
