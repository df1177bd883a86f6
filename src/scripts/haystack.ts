/** Many short texts as one string, so that a search is one pass over it and ten thousand texts cost little more than their letters. */
export interface Haystack {
  /** Calls back for each place where the needle stands: in which text, at which offset. */
  find(needle: string, visit: (text: number, offset: number) => void): void
}

/** Stands between texts; no text has it. */
const END = '\n'

export function createHaystack(texts: readonly string[]): Haystack {
  const starts = new Uint32Array(texts.length)
  let length = 0
  texts.forEach((text, i) => {
    starts[i] = length
    length += text.length + 1
  })
  const all = texts.join(END)

  return {
    find(needle, visit) {
      if (needle === '' || needle.includes(END)) return
      let text = 0
      for (let at = all.indexOf(needle); at >= 0; at = all.indexOf(needle, at + 1)) {
        // finds come in the order of the texts
        text = lastAtOrBefore(starts, at, text)
        visit(text, at - starts[text]!)
      }
    },
  }
}

/** The last place of the ascending `starts`, from `from` on, whose value is at most `at`. */
function lastAtOrBefore(starts: Uint32Array, at: number, from: number): number {
  let low = from
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}
