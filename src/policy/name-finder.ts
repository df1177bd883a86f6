/** Where one of many names stands in a text. */
export interface NameHit {
  readonly key: string
  readonly start: number
  readonly end: number
}

/**
 * Finds names in texts: names are filed under their first two characters, the longest first, so that one pass over a text looks up each
 * place once. A name that stands for several keys is no name of any of them. Names under two characters are ignored.
 */
export function createNameFinder(names: Iterable<readonly [name: string, key: string]>): (text: string) => NameHit[] {
  const keys = new Map<string, string | undefined>()
  for (const [name, key] of names) {
    if (name.length < 2) continue
    keys.set(name, keys.has(name) && keys.get(name) !== key ? undefined : key)
  }
  const byStart = new Map<string, string[]>()
  for (const name of keys.keys()) {
    const start = name.slice(0, 2)
    const filed = byStart.get(start)
    if (filed) filed.push(name)
    else byStart.set(start, [name])
  }
  for (const filed of byStart.values()) filed.sort((a, b) => b.length - a.length)
  return (text) => {
    const hits: NameHit[] = []
    for (let start = 0; start + 1 < text.length; start += 1) {
      const name = byStart
        .get(text.slice(start, start + 2))
        ?.find((one) => text.startsWith(one, start) && isWhole(text, start, one))
      if (name === undefined) continue
      const key = keys.get(name)
      const end = start + name.length
      if (key !== undefined) hits.push({ key, start, end })
      start = end - 1
    }
    return hits
  }
}

/** Latin names count as whole words only: "tea" does not stand in "steam". */
function isWhole(text: string, start: number, name: string): boolean {
  const end = start + name.length
  return (
    !(LATIN.test(name[0]!) && LATIN.test(text[start - 1] ?? ' ')) &&
    !(LATIN.test(text[end - 1]!) && LATIN.test(text[end] ?? ' '))
  )
}
const LATIN = /[a-z0-9]/
