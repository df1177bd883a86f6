/**
 * The grams (single letters or pairs of neighbouring letters) without which an expression cannot match: every match contains at least one of
 * them. Undefined when nothing can be said. A check reads a text's grams once and skips every word list that has none of its own in it,
 * which is most of them.
 */
export type Grams = ReadonlySet<string> | undefined

/** What a part of an expression must contain, once over and in all, and the letters it is exactly one of, if it is a single letter. */
interface Part {
  readonly needs: Grams
  readonly all: readonly ReadonlySet<string>[]
  readonly letters: Grams
}

const NOTHING: Part = { needs: undefined, all: [], letters: undefined }
/** A letter stands in far more replies than a pair, these in nearly all: of two equally necessary parts, the rarer one tells more. */
const COMMON = new Set('您你的我们是不有给了一可以哦呢帮会就要好看下这个在发到么说都能没 eaotinsr이다요하니는을')
const LETTER_COST = 6
const COMMON_COST = 80
const MOST_PAIRS = 40
const MOST_SETS = 5

export function requiredGrams(source: string): Grams {
  return read(source).needs
}

/** The rarest few sets of grams of which every match has one each, the rarest first; none when nothing can be said. */
export function requiredSets(source: string): readonly ReadonlySet<string>[] {
  return [...read(source).all].sort((a, b) => cost(a) - cost(b)).slice(0, MOST_SETS)
}

/** Reads a regular expression's source: alternation, groups, classes, escapes and quantifiers of plain expressions. */
function read(source: string): Part {
  let i = 0

  const alternatives = (): Part => {
    let all = sequence()
    while (source[i] === '|') {
      i += 1
      const next = sequence()
      const needs = union(all.needs, next.needs)
      all = { needs, all: needs ? [needs] : [], letters: union(all.letters, next.letters) }
    }
    return all
  }

  const sequence = (): Part => {
    let needs: Grams
    let letters: Grams
    const all: ReadonlySet<string>[] = []
    let count = 0
    let before: Grams
    while (i < source.length && source[i] !== '|' && source[i] !== ')') {
      const next = part()
      const times = quantifier()
      count += 1
      letters = count === 1 && times === 'once' ? next.letters : undefined
      if (times !== 'any') {
        const pairs = before && next.letters ? pairsOf(before, next.letters) : undefined
        needs = rarer(needs, rarer(next.needs, pairs))
        all.push(...(pairs ? [pairs] : next.all))
      }
      before = times === 'any' ? undefined : next.letters
    }
    return { needs, all, letters }
  }

  const part = (): Part => {
    const letter = source[i]!
    i += 1
    if (letter === '(') return group()
    if (letter === '[') return characterClass()
    if (letter === '\\') return escaped()
    return letter === '.' || letter === '^' || letter === '$' ? NOTHING : oneOf(letter)
  }

  const group = (): Part => {
    const opening = /^(?:\?:|\?=|\?!|\?<=|\?<!)/.exec(source.slice(i, i + 3))?.[0] ?? ''
    i += opening.length
    const inside = alternatives()
    i += 1
    return opening === '?:' || opening === '' ? inside : NOTHING
  }

  const escaped = (): Part => {
    const letter = source[i]!
    i += letter === 'u' ? 5 : 1
    if (letter === 'd') return oneOf('0123456789')
    return /[a-zA-Z]/.test(letter) ? NOTHING : oneOf(letter)
  }

  const characterClass = (): Part => {
    const start = i
    while (source[i] !== ']') i += source[i] === '\\' ? 2 : 1
    const body = source.slice(start, i)
    i += 1
    return /^\^|[^\\]-.|\\/.test(body) ? NOTHING : oneOf(body)
  }

  const quantifier = (): 'once' | 'more' | 'any' => {
    const found = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(i, i + 12))?.[0] ?? ''
    i += found.length
    if (found === '') return 'once'
    return /^[?*]|^\{0/.test(found) ? 'any' : 'more'
  }

  return alternatives()
}

function oneOf(letters: string): Part {
  const set = new Set(letters)
  return { needs: set, all: [set], letters: set }
}

function union(a: Grams, b: Grams): Grams {
  return a && b ? new Set([...a, ...b]) : undefined
}

function pairsOf(first: ReadonlySet<string>, second: ReadonlySet<string>): Grams {
  if (first.size * second.size > MOST_PAIRS) return undefined
  return new Set([...first].flatMap((a) => [...second].map((b) => a + b)))
}

function rarer(a: Grams, b: Grams): Grams {
  if (!a || !b) return a ?? b
  return cost(b) < cost(a) ? b : a
}

function cost(grams: ReadonlySet<string>): number {
  let sum = 0
  for (const gram of grams) sum += gram.length > 1 ? 1 : COMMON.has(gram) ? COMMON_COST : LETTER_COST
  return sum
}
