/** Where one of many names stands in a text. */
export interface NameHit {
  readonly key: string
  readonly start: number
  readonly end: number
}

const NAMES_PER_STEP = 256

/**
 * Finds names in texts: the lengths of names are filed under their first two characters, the longest first, so that one pass over a text looks up each
 * place a few times. A name that stands for several keys is no name of any of them. Names under two characters are ignored. Made in steps of about a
 * millisecond.
 */
export function* nameFinderInSteps(
  names: Iterable<readonly [name: string, key: string]>,
): Generator<void, (text: string) => NameHit[]> {
  const keys = new Map<string, string | undefined>()
  let count = 0
  for (const [name, key] of names) {
    count += 1
    if (count % NAMES_PER_STEP === 0) yield
    if (name.length < 2) continue
    keys.set(name, keys.has(name) && keys.get(name) !== key ? undefined : key)
  }
  // thousands of goods may begin alike, but names have few lengths
  const byStart = new Map<string, number[]>()
  for (const name of keys.keys()) {
    count += 1
    if (count % NAMES_PER_STEP === 0) yield
    const start = name.slice(0, 2)
    const lengths = byStart.get(start)
    if (!lengths) byStart.set(start, [name.length])
    else if (!lengths.includes(name.length)) lengths.push(name.length)
  }
  for (const lengths of byStart.values()) lengths.sort((a, b) => b - a)
  return (text) => {
    const hits: NameHit[] = []
    for (let start = 0; start + 1 < text.length; start += 1) {
      const name = byStart
        .get(text.slice(start, start + 2))
        ?.map((length) => text.slice(start, start + length))
        .find((one) => keys.has(one) && isWhole(text, start, one))
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
