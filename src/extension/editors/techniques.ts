import { isTextField } from './cursor.ts'

/** Puts a text at the cursor of a box; whether it did is found by reading the box afterwards. */
export type Technique = (box: HTMLElement, text: string) => void

/** Editors that keep a document of their own and take pasted text into it as one step that can be undone. */
const OWN_DOCUMENT = [
  '[data-lexical-editor]',
  '.ProseMirror',
  '.ql-editor',
  '.ck-editor__editable',
  '[data-slate-editor]',
  '.public-DraftEditor-content',
].join()

/** What to try for a box, the best first. */
export function techniquesFor(box: HTMLElement): readonly Technique[] {
  if (isTextField(box)) return [type, setValue]
  return box.closest(OWN_DOCUMENT) ? [paste, type, replacePaste] : [type, replacePaste, paste]
}

/** As if it was typed: the browser's own undo takes it back, and the page hears of it. */
const type: Technique = (box, text) => {
  const line = box.localName === 'input' ? text.replaceAll(/\s*\n\s*/g, ' ') : text
  box.ownerDocument.execCommand('insertText', false, line)
}

/** Past the setter that frameworks put over the field's own. */
const setValue: Technique = (box, text) => {
  if (!isTextField(box)) return
  const at = box.selectionEnd ?? box.value.length
  const value = box.value.slice(0, at) + text + box.value.slice(at)
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value)
  box.setSelectionRange(at + text.length, at + text.length)
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }))
}

const paste: Technique = (box, text) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }))
}

const replacePaste: Technique = (box, text) => {
  const dataTransfer = new DataTransfer()
  dataTransfer.setData('text/plain', text)
  const inputType = 'insertFromPaste'
  box.dispatchEvent(
    new InputEvent('beforeinput', {
      bubbles: true,
      cancelable: true,
      composed: true,
      inputType,
      data: text,
      dataTransfer,
    }),
  )
}
