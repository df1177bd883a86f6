import type { Words } from '../words.ts'

export interface PanelFrame {
  /** In another language from now on. */
  speak(words: Words): void
  /** The page's reader is gone: says so where the panel stood. */
  sayGone(words: Words): void
  remove(): void
}

const STYLE = `
:host { all: initial !important; position: fixed !important;  z-index: 2147483647 !important;
  width: 340px !important; max-width: calc(100vw - 24px) !important; display: block !important; color-scheme: light dark !important; }
section { display: flex; flex-direction: column; overflow: hidden; height: min(480px, calc(100vh - 24px)); border-radius: 10px;
  border: 1px solid light-dark(#d5d8de, #41454d); background: light-dark(#fff, #1e2024); box-shadow: 0 6px 24px rgb(0 0 0 / .18);
  font: 14px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Malgun Gothic', sans-serif; color: light-dark(#1b1d21, #eceef2); }
section.folded { height: auto; }
section.folded iframe { display: none; }
header { display: flex; align-items: center; gap: 8px; padding: 4px 4px 4px 12px; cursor: move; user-select: none; touch-action: none;
  border-bottom: 1px solid light-dark(#e6e8ec, #33363c); }
b { flex: 1; font-weight: 600; }
button { font: inherit; color: inherit; background: none; border: 0; border-radius: 6px; padding: 2px 10px; cursor: pointer; min-height: 28px; }
button:hover { background: light-dark(#eef0f3, #2d3036); }
button:focus-visible { outline: 2px solid light-dark(#1f6feb, #6ea8fe); }
iframe { flex: 1; border: 0; width: 100%; background: transparent; }
p { margin: 0; padding: 12px; }
`

/**
 * Shows the panel at the edge of the page, in a frame of the extension's own origin: the page can neither read it nor click in it, and a closed root keeps its
 * scripts away from the frame itself.
 */
export function mountPanel(page: Document, first: Words): PanelFrame {
  let words = first
  const host = page.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  const section = page.createElement('section')
  const header = page.createElement('header')
  const title = page.createElement('b')
  const fold = page.createElement('button')
  fold.type = 'button'
  const showFold = () => {
    const isFolded = section.classList.contains('folded')
    fold.textContent = isFolded ? words.show : words.hide
    fold.ariaExpanded = String(!isFolded)
  }
  fold.addEventListener('click', ({ isTrusted }) => {
    if (!isTrusted) return
    section.classList.toggle('folded')
    showFold()
  })
  const frame = page.createElement('iframe')
  frame.src = chrome.runtime.getURL('panel.html')
  frame.allow = 'clipboard-write'
  header.append(title, fold)
  section.append(header, frame)
  root.append(section)
  const speak = (spoken: Words) => {
    words = spoken
    title.textContent = words.name
    frame.title = words.panel
    showFold()
  }
  speak(first)
  const place = createPlace(root)
  place(12, 12)
  makeMovable(host, header, place)
  page.documentElement.append(host)
  return {
    speak,
    sayGone({ updated, close }) {
      frame.remove()
      section.style.height = 'auto'
      section.classList.remove('folded')
      fold.textContent = close
      fold.addEventListener('click', () => host.remove())
      const note = page.createElement('p')
      note.setAttribute('role', 'status')
      note.textContent = updated
      section.append(note)
    },
    remove: () => host.remove(),
  }
}

/** Dragged by its head, so that it never has to cover what the agent reads. */
function makeMovable(host: HTMLElement, handle: HTMLElement, place: ReturnType<typeof createPlace>): void {
  let from: { x: number; y: number } | undefined
  handle.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || event.target instanceof HTMLButtonElement) return
    const { right, bottom } = host.getBoundingClientRect()
    from = { x: event.clientX + (innerWidth - right), y: event.clientY + (innerHeight - bottom) }
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', (event) => {
    if (!from || !event.isTrusted) return
    place(Math.min(innerWidth - 60, from.x - event.clientX), Math.min(innerHeight - 40, from.y - event.clientY))
  })
  handle.addEventListener('lostpointercapture', () => {
    from = undefined
  })
}

/** Puts a panel so many pixels from the right and the bottom of the page; by a sheet of its root, which the page cannot overrule. */
function createPlace(root: ShadowRoot): (right: number, bottom: number) => void {
  const sheet = new CSSStyleSheet()
  root.adoptedStyleSheets.push(sheet)
  return (right, bottom) =>
    sheet.replaceSync(
      `:host { right: ${Math.max(0, right)}px !important; bottom: ${Math.max(0, bottom)}px !important; }`,
    )
}
