/** Attributes that page authors give to things for others to find them by. */
const NAMING = [
  'data-testid',
  'data-test-id',
  'data-qa-id',
  'data-qa',
  'data-role',
  'role',
  'name',
  'aria-label',
  'placeholder',
]

/** Names that a build step or a counter made: they are others tomorrow. */
export function isMadeUp(name: string): boolean {
  const digits = name.replaceAll(/\D/g, '').length
  return (
    digits >= 3 ||
    /^(css|sc|jsx?|svelte|v|_ng\w+|ember|react-aria|radix|headlessui|mui|:r)[-_:]/i.test(name) ||
    // a hash: letters and digits in turns, or no vowel in a long piece
    name
      .split(/[-_]+/)
      .some((piece) => /[a-z]\d+[a-z]\d*/i.test(piece) || (piece.length >= 5 && !/[aeiouy]/i.test(piece)))
  )
}

/** What can be said of an element by itself, the most telling first. */
export function traitsOf(element: Element): string[] {
  const name = element.localName
  const id = element.id && !isMadeUp(element.id) ? [`#${CSS.escape(element.id)}`] : []
  const named = NAMING.flatMap((attribute) => {
    const value = element.getAttribute(attribute)
    return value && value.length <= 60 && !isMadeUp(value) ? [`${name}[${attribute}=${JSON.stringify(value)}]`] : []
  })
  const classes = [...element.classList].filter((token) => !isMadeUp(token)).map((token) => `.${CSS.escape(token)}`)
  const both = classes.length > 1 ? [classes.slice(0, 3).join('')] : []
  return [...id, ...named, ...classes, ...both, name]
}

/**
 * A selector that finds this element alone below `root`: by what it is called, else by what stands around it, in the last resort by its place. Goes out of
 * shadow roots and frames with `>>>`.
 */
export function stableSelector(element: Element, page: Document): string {
  const root = element.getRootNode() as Document | ShadowRoot
  const within = selectorBelow(element, root)
  if (root === page) return within
  const holder = 'host' in root ? root.host : (root as Document).defaultView?.frameElement
  return holder ? `${stableSelector(holder, page)} >>> ${within}` : within
}

function selectorBelow(element: Element, root: Document | ShadowRoot): string {
  const isAlone = (selector: string) => {
    const found = root.querySelectorAll(selector)
    return found.length === 1 && found[0] === element
  }
  const own = traitsOf(element).find(isAlone)
  if (own) return own
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    for (const outer of traitsOf(parent).slice(0, -1))
      for (const inner of traitsOf(element)) if (isAlone(`${outer} ${inner}`)) return `${outer} ${inner}`
  }
  const parent = element.parentElement
  const place = parent
    ? [...parent.children].filter(({ localName }) => localName === element.localName).indexOf(element)
    : 0
  const here = `${element.localName}:nth-of-type(${place + 1})`
  return parent ? `${selectorBelow(parent, root)} > ${here}` : element.localName
}
