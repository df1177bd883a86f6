/** Texts longer than this are rare and large: remembering them would only push out the others. */
const LONGEST = 200

/**
 * Remembers the results of a pure function of one text. A turn reads the same few texts again and again (the message in its matching form, the library's
 * replies under the guard's word lists). When `most` are known, all are forgotten.
 */
export function remember<T>(work: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return work(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const made = work(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
