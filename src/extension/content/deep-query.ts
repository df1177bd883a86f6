/** What `selector` finds below `root`, in the order of the page; `>>>` goes on inside shadow roots, closed ones too, and frames of the same origin. */
export function queryAll(root: ParentNode, selector: string): Element[] {
  const steps = selector.split('>>>').map((step) => step.trim())
  let found: Element[] = []
  let roots: ParentNode[] = [root]
  for (const step of steps) {
    found = roots.flatMap((within) =>
      within === root && matchesItself(within, step) ? [within] : findIn(within, step),
    )
    roots = found.flatMap((element) => insideOf(element) ?? [])
  }
  return found
}

/** The first, or undefined. */
export function query(root: ParentNode, selector: string): Element | undefined {
  return selector.includes('>>>') ? queryAll(root, selector)[0] : findFirst(root, selector)
}

/** The shadow root or document that an element holds. */
export function insideOf(element: Element): ShadowRoot | Document | undefined {
  // told by name: an element of a frame is of that frame's class
  if (element.localName === 'iframe') {
    try {
      return (element as HTMLIFrameElement).contentDocument ?? undefined
    } catch {
      return undefined
    }
  }
  if (element.shadowRoot) return element.shadowRoot
  const dom = globalThis.chrome?.dom
  return (dom && element instanceof HTMLElement && dom.openOrClosedShadowRoot(element)) || undefined
}

const findIn = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)]
const findFirst = (root: ParentNode, selector: string) =>
  matchesItself(root, selector) ? root : (root.querySelector(selector) ?? undefined)
const matchesItself = (root: ParentNode, selector: string): root is Element =>
  root.nodeType === 1 && (root as Element).matches(selector)
