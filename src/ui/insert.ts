import { restOf, textJoint } from './text-joint.ts'

type Box = HTMLTextAreaElement | HTMLInputElement | HTMLElement

const isField = (box: Element): box is HTMLTextAreaElement | HTMLInputElement =>
  box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement

/** What stands in a reply box. */
export const textOf = (box: Box): string => (isField(box) ? box.value : (box.textContent ?? ''))

/**
 * Puts a text into a reply box of the page, at the cursor, beside whatever is there: never in its place, and as one step that the page's own undo takes
 * back. What has been typed of the same text already is not written twice. True once the box says that the text stands in it.
 */
export function insertInto(box: Box, text: string, caret: Caret): boolean {
  // a word that is still being composed is finished first
  if (caret.isComposing) box.blur()
  box.focus()
  caret.restore(box)
  const before = caret.before(box)
  const rest = restOf(before, text)
  if (rest === '') return true
  const added = (rest === text ? textJoint(before, text) : '') + rest
  const was = squeezed(textOf(box))
  const wanted = squeezed(added)
  const stands = () => {
    const now = squeezed(textOf(box))
    return now.length === was.length + wanted.length && now.includes(wanted)
  }
  // the old way is the only one that the browser's undo knows
  document.execCommand('insertText', false, added)
  if (stands()) return true
  // a page that has taken anything at all has taken it: a second try could write it twice
  if (squeezed(textOf(box)) !== was || !isField(box)) return false
  const at = box.selectionEnd ?? box.value.length
  box.setRangeText(added, at, at, 'end')
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: added }))
  return stands()
}

/** Takes the last step in the box back. */
export function undoIn(box: Box): void {
  box.focus()
  document.execCommand('undo')
}

/** Editors keep spaces and line ends in ways of their own. */
const squeezed = (text: string): string => text.replace(/\s/gu, '')

/** Remembers where the cursor of a reply box stands, which a contenteditable forgets when the focus leaves it, and whether an input method is at work. */
export class Caret {
  isComposing = false
  private range: Range | undefined
  private readonly boxOf: () => Element | null
  private readonly off = new AbortController()

  constructor(boxOf: () => Element | null) {
    this.boxOf = boxOf
    const options = { signal: this.off.signal, capture: true }
    document.addEventListener('selectionchange', () => this.remember(), options)
    document.addEventListener('compositionstart', () => this.compose(true), options)
    document.addEventListener('compositionend', () => this.compose(false), options)
  }

  close(): void {
    this.off.abort()
  }

  /** Sets the cursor to where it was, behind what was selected: a selection would be replaced. */
  restore(box: Element): void {
    if (isField(box)) {
      const end = box.selectionEnd ?? box.value.length
      box.setSelectionRange(end, end)
      return
    }
    const selection = document.getSelection()
    if (!selection) return
    const range = this.range && box.contains(this.range.endContainer) ? this.range.cloneRange() : document.createRange()
    if (!box.contains(range.endContainer)) range.selectNodeContents(box)
    range.collapse(false)
    selection.removeAllRanges()
    selection.addRange(range)
  }

  /** What stands before the cursor. */
  before(box: Element): string {
    if (isField(box)) return box.value.slice(0, box.selectionEnd ?? box.value.length)
    const selection = document.getSelection()
    if (!selection?.rangeCount) return ''
    const range = document.createRange()
    range.selectNodeContents(box)
    const { endContainer, endOffset } = selection.getRangeAt(0)
    if (box.contains(endContainer)) range.setEnd(endContainer, endOffset)
    return range.toString()
  }

  private remember(): void {
    const box = this.boxOf()
    const selection = document.getSelection()
    if (!box || isField(box) || !selection?.rangeCount) return
    const range = selection.getRangeAt(0)
    if (box.contains(range.endContainer)) this.range = range.cloneRange()
  }

  private compose(is: boolean): void {
    this.isComposing = is
  }
}
