import { element } from '/element.js'

/** Copies a text, in a frame too whose host grants it no clipboard. Resolves to whether it could. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = element('textarea', { value: text, className: 'hidden' })
    document.body.append(area)
    area.select()
    const isCopied = document.execCommand('copy')
    area.remove()
    return isCopied
  }
}
