import type { SiteDescription } from '../../protocol/index.ts'
import { insideOf } from '../content/deep-query.ts'
import { readPage } from '../content/read-page.ts'
import { fillIn, type Words } from '../words.ts'
import { deriveSite } from './derive-site.ts'

const STYLE = `
:host { all: initial !important; }
aside { position: fixed; z-index: 2147483647; left: 50%; bottom: 12px; translate: -50% 0; display: flex; flex-wrap: wrap; gap: 8px; align-items: center;
  max-width: min(560px, calc(100vw - 24px)); box-sizing: border-box; padding: 10px 14px; border-radius: 10px; background: #10233f; color: #fff;
  font: 15px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Malgun Gothic', sans-serif; box-shadow: 0 6px 24px rgb(0 0 0 / .35); }
output { flex: 1 1 240px; }
aside.above { bottom: auto; top: 12px; }
button { font: inherit; color: inherit; min-height: 32px; border: 1px solid #8fa7cc; border-radius: 6px; background: none; padding: 2px 12px; cursor: pointer; }
button:focus-visible { outline: 2px solid #fff; }
i { position: fixed; z-index: 2147483646; pointer-events: none; border: 2px solid #1f6feb; background: rgb(31 111 235 / .15); border-radius: 4px; }
`
const STEPS = ['list', 'shopper', 'agent', 'box', 'name'] as const
const ASKED = {
  list: 'pickList',
  shopper: 'pickShopper',
  agent: 'pickAgent',
  box: 'pickBox',
  name: 'pickName',
} as const

/** One at a time. */
let isRunning = false

/**
 * Lets the agent point at the parts of a chat page, one after the other, and resolves to a description of it, or to nothing when given up. The page gets none of
 * the clicks meanwhile.
 */
export async function startPicker(page: Document, words: Words): Promise<SiteDescription | undefined> {
  if (isRunning) return undefined
  isRunning = true
  try {
    return await run(page, words)
  } finally {
    isRunning = false
  }
}

function run(page: Document, words: Words): Promise<SiteDescription | undefined> {
  const host = page.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  const bar = page.createElement('aside')
  const says = page.createElement('output')
  const frame = page.createElement('i')
  root.append(frame, bar)
  page.documentElement.append(host)

  let pointed: Partial<Record<(typeof STEPS)[number], Element>> = {}
  let step = 0
  let site: SiteDescription | undefined

  return new Promise((resolve) => {
    const end = (made: SiteDescription | undefined) => {
      for (const [type, listener] of Object.entries(LISTENERS))
        page.removeEventListener(type, listener as EventListener, { capture: true })
      host.remove()
      resolve(made)
    }
    const button = (text: string, act: () => void) => {
      const made = page.createElement('button')
      made.type = 'button'
      made.textContent = text
      made.addEventListener('click', ({ isTrusted }) => isTrusted && act())
      return made
    }
    const cancel = button(words.cancel, () => end(undefined))
    const again = button(words.again, () => begin())
    const skip = button(words.skip, () => advance(undefined))
    const save = button(words.save, () => end(site))
    bar.append(says, skip, save, again, cancel)

    function begin(fault?: 'pickSame' | 'pickOutside' | 'pickNoBox'): void {
      pointed = {}
      site = undefined
      step = 0
      show()
      if (fault) says.textContent = `${words[fault]} ${words.pickList}`
    }

    function show(): void {
      const part = STEPS[step]
      says.textContent = part ? words[ASKED[part]] : ''
      // reply boxes are below, messages and names above
      bar.classList.toggle('above', part === 'box')
      skip.hidden = part !== 'name'
      save.hidden = part !== undefined
      again.hidden = step === 0
      frame.hidden = true
    }

    function advance(element: Element | undefined): void {
      const part = STEPS[step]
      if (!part) return
      if (element) pointed[part] = element
      step += 1
      show()
      if (step === STEPS.length) finish()
    }

    function finish(): void {
      const made = deriveSite({ ...(pointed as Required<typeof pointed>), name: pointed.name }, page)
      if (typeof made === 'string') {
        begin(made)
        return
      }
      site = made
      save.focus()
      const bubbles = readPage(made, page)?.bubbles ?? []
      const by = (role: string) => bubbles.filter((bubble) => bubble.role === role).length
      says.textContent = fillIn(words.pickDone, { count: bubbles.length, shopper: by('shopper'), agent: by('agent') })
    }

    const isOurs = (event: Event) => event.composedPath()[0] === host || event.target === host
    const LISTENERS = {
      pointermove(event: PointerEvent) {
        if (isOurs(event) || step >= STEPS.length) return
        const { left, top, width, height } = targetAt(page, event.clientX, event.clientY).getBoundingClientRect()
        Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
        frame.hidden = false
      },
      click(event: MouseEvent) {
        if (isOurs(event)) return
        hold(event)
        if (event.isTrusted) advance(targetAt(page, event.clientX, event.clientY))
      },
      pointerdown: (event: Event) => isOurs(event) || hold(event),
      mousedown: (event: Event) => isOurs(event) || hold(event),
      mouseup: (event: Event) => isOurs(event) || hold(event),
      keydown(event: KeyboardEvent) {
        if (event.key !== 'Escape' || !event.isTrusted) return
        hold(event)
        end(undefined)
      },
    }
    for (const [type, listener] of Object.entries(LISTENERS))
      page.addEventListener(type, listener as EventListener, { capture: true })
    begin()
  })
}

function hold(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** What lies at a point, inside shadow roots too. */
function targetAt(page: Document, x: number, y: number): Element {
  let element = page.elementFromPoint(x, y) ?? page.documentElement
  for (;;) {
    const inside = element.localName === 'iframe' ? undefined : insideOf(element)
    const deeper = inside && 'elementFromPoint' in inside ? inside.elementFromPoint(x, y) : null
    if (!deeper || deeper === element) return element
    element = deeper
  }
}
