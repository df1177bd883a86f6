import type { Disguise } from './data.ts'
import type { Unmasked } from './unmasked.ts'

/** A hidden word: for each letter, its spellings. */
interface Hidden {
  readonly means: string
  readonly spellings: readonly (readonly string[])[]
  /** What the second letter may begin with; most places end here. */
  readonly seconds: ReadonlySet<string>
}

/** Writes hidden words (薇芯, 好坪, l00%) as what they mean; undefined when there is none. `plain` gives the places of the letters read. */
export function createRespell({
  variants,
  words,
  except,
}: Disguise): (text: string, plain: () => Unmasked) => Unmasked | undefined {
  const byFirst = new Map<string, Hidden[]>()
  for (const word of words) {
    const hidden =
      typeof word === 'string'
        ? hiddenWord(
            word,
            [...word].map((letter) => [letter, ...(variants[letter] ?? [])]),
          )
        : hiddenWord(word.means, [word.written])
    for (const first of new Set(hidden.spellings[0]!.map((spelling) => spelling[0]!)))
      byFirst.set(first, [...(byFirst.get(first) ?? []), hidden])
  }
  const begins = new Uint8Array(0x10000)
  for (const first of byFirst.keys()) begins[first.charCodeAt(0)] = 1
  const harmless = new RegExp(except.length > 0 ? except.join('|') : '(?!)', 'g')

  return (text, plain) => {
    const found: { start: number; end: number; means: string }[] = []
    for (let start = 0; start < text.length; start += 1) {
      if (begins[text.charCodeAt(start)] === 0) continue
      for (const { means, spellings, seconds } of byFirst.get(text[start]!) ?? []) {
        if (!seconds.has(text[start + 1] ?? '')) continue
        const end = endOf(spellings, text, start)
        if (end === undefined) continue
        // a word as it is: what begins inside it is no other
        if (text.slice(start, end) !== means) found.push({ start, end, means })
        start = end - 1
        break
      }
    }
    if (found.length === 0) return undefined
    const spared = [...text.matchAll(harmless)].map(({ 0: phrase, index }) => [index, index + phrase.length] as const)
    const meant = found.filter(({ start, end }) => !spared.some(([from, to]) => from <= start && end <= to))
    return meant.length === 0 ? undefined : rewrite(plain(), meant)
  }
}

function hiddenWord(means: string, letters: readonly (readonly string[])[]): Hidden {
  const spellings = letters.map(longestFirst)
  const [first, second] = spellings
  const seconds = first!.flatMap((one) => (one.length > 1 ? [one[1]!] : (second ?? []).map((next) => next[0]!)))
  return { means, spellings, seconds: new Set(seconds) }
}

function longestFirst(spellings: readonly string[]): string[] {
  return [...spellings].sort((a, b) => b.length - a.length)
}

/** Where a hidden word that begins at `start` ends; Latin spellings are no parts of longer Latin words. */
function endOf(spellings: Hidden['spellings'], text: string, start: number): number | undefined {
  let end = start
  for (const letter of spellings) {
    const spelling = letter.find((one) => text.startsWith(one, end))
    if (spelling === undefined) return undefined
    end += spelling.length
  }
  const isLatin = (index: number) => /[a-z]/.test(text[index] ?? ' ')
  if ((isLatin(start) && isLatin(start - 1)) || (isLatin(end - 1) && isLatin(end))) return undefined
  return end
}

function rewrite(
  { text, from, to }: Unmasked,
  found: readonly { start: number; end: number; means: string }[],
): Unmasked {
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  let done = 0
  const copy = (upTo: number) => {
    out += text.slice(done, upTo)
    starts.push(...from.slice(done, upTo))
    ends.push(...to.slice(done, upTo))
  }
  for (const { start, end, means } of found) {
    copy(start)
    out += means
    for (let i = 0; i < means.length; i += 1) {
      starts.push(from[start]!)
      ends.push(to[end - 1]!)
    }
    done = end
  }
  copy(text.length)
  return { text: out, from: starts, to: ends }
}
