/** The text of a box on both sides of its cursor. */
export interface Around {
  readonly before: string
  readonly after: string
}

export type TextField = HTMLTextAreaElement | HTMLInputElement

export const isTextField = (element: Element): element is TextField =>
  element.localName === 'textarea' || element.localName === 'input'

/**
 * Gives the box the keyboard with the cursor where the agent left it, at the end if it was nowhere. What is selected stays: the cursor goes behind it, so that
 * nothing the agent typed is ever replaced.
 */
export function placeCursor(box: HTMLElement): void {
  if (isTextField(box)) {
    box.focus({ preventScroll: true })
    const end = box.selectionEnd ?? box.value.length
    if (box.selectionStart !== end) box.setSelectionRange(end, end)
    return
  }
  const range = rangeIn(box)
  box.focus({ preventScroll: true })
  const selection = selectionOf(box)
  if (!selection) return
  if (range) selection.collapse(range.endContainer, range.endOffset)
  else {
    const last = lastBlock(box)
    selection.selectAllChildren(last)
    selection.collapseToEnd()
  }
}

export function textAround(box: HTMLElement): Around {
  if (isTextField(box)) {
    const at = box.selectionEnd ?? box.value.length
    return { before: box.value.slice(0, at), after: box.value.slice(at) }
  }
  const range = rangeIn(box)
  if (!range) return { before: box.textContent ?? '', after: '' }
  const before = box.ownerDocument.createRange()
  before.selectNodeContents(box)
  before.setEnd(range.endContainer, range.endOffset)
  const after = box.ownerDocument.createRange()
  after.selectNodeContents(box)
  after.setStart(range.endContainer, range.endOffset)
  return { before: before.toString(), after: after.toString() }
}

/** What the box says now, without what editors add for themselves: spaces, line breaks and marks of no width. */
export function bareText(text: string): string {
  return text.replaceAll(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
}

export const textIn = (box: HTMLElement): string => (isTextField(box) ? box.value : (box.textContent ?? ''))

function rangeIn(box: HTMLElement): Range | undefined {
  const selection = selectionOf(box)
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  return box.contains(range.endContainer) ? range.cloneRange() : undefined
}

/** A selection inside a shadow root is told by the root alone. */
function selectionOf(box: HTMLElement): Selection | null {
  const root = box.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null }
  return root.getSelection?.() ?? box.ownerDocument.getSelection()
}

function lastBlock(box: HTMLElement): Element {
  const last = box.lastElementChild
  return last && ['p', 'div'].includes(last.localName) ? last : box
}
