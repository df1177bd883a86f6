/** Texts longer than this are rare and large: remembering them would only push out the others. */
const LONGEST = 200

/**
 * Remembers the results of a pure function of one text. A turn reads the same few texts again and again (the message in its matching form, the library's
 * replies under the guard's word lists). When `most` are known, all are forgotten.
 */
export function remember<T>(work: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  // stages ask for the message at hand one after the other
  let newest: string | undefined
  let newestMade: T | undefined
  return (text) => {
    if (text === newest) return newestMade as T
    if (text.length > LONGEST) return work(text)
    let made = known.get(text)
    if (made === undefined) {
      made = work(text)
      if (known.size >= most) known.clear()
      known.set(text, made)
    }
    newest = text
    newestMade = made
    return made
  }
}
