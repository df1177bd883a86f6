const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'section',
  'article',
  'pre',
  'blockquote',
  'tr',
  'h1',
  'h2',
  'h3',
])
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'select'])

/** What a part of a page says, as text: lines where the page breaks them, pictures by their alternative text, at most `max` characters. */
export function textOf(element: Element, max = 5_000): string {
  const parts: string[] = []
  collect(element, parts)
  return parts
    .join('')
    .replaceAll(/[ \t\u00a0\u200b\ufeff]+/g, ' ')
    .replaceAll(/ *\n[\n ]*/g, '\n')
    .trim()
    .slice(0, max)
    .toWellFormed()
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) parts.push((child.nodeValue ?? '').replaceAll('\u0000', ''))
    if (child.nodeType !== 1) continue
    const element = child as Element
    const name = element.localName
    if (SILENT.has(name)) continue
    if (name === 'br') parts.push('\n')
    else if (name === 'img') parts.push(element.getAttribute('alt') ?? '')
    else if (BLOCKS.has(name)) {
      parts.push('\n')
      collect(element, parts)
      parts.push('\n')
    } else collect(element, parts)
  }
}
