/** Grams (single letters or pairs of neighbouring letters) of which every match of an expression contains one, begun `from` to `to` letters after the match begins. */
export interface Spot {
  readonly grams: ReadonlySet<string>
  readonly from: number
  readonly to: number
}

/** What a part of an expression must contain, the rarest of it and in all, the letters it is exactly one of, if it is a single letter, and its length. */
interface Part {
  readonly needs: Spot | undefined
  readonly all: readonly Spot[]
  readonly letters: ReadonlySet<string> | undefined
  readonly least: number
  readonly most: number
}

const NOWHERE: Part = { needs: undefined, all: [], letters: undefined, least: 0, most: 0 }
const ANY_LETTER: Part = { ...NOWHERE, least: 1, most: 1 }
/** A letter stands in far more replies than a pair, these in nearly all: of two equally necessary parts, the rarer one tells more. */
const COMMON = new Set('您你的我们是不有给了一可以哦呢帮会就要好看下这个在发到么说都能没 eaotinsr이다요하니는을')
const LETTER_COST = 6
const COMMON_COST = 80
const MOST_PAIRS = 40
const MOST_SPOTS = 5

/**
 * The rarest few spots of an expression, the rarest first; none when nothing can be said. A check reads a text's grams once and tries hardly any of its word
 * lists: a text without a gram of each spot, or with them too far apart, holds no match.
 */
export function requiredSpots(source: string): readonly Spot[] {
  return [...read(source).all].sort((a, b) => cost(a.grams) - cost(b.grams)).slice(0, MOST_SPOTS)
}

/** Reads a regular expression's source: alternation, groups, classes, escapes and quantifiers of plain expressions. */
function read(source: string): Part {
  let i = 0

  const alternatives = (): Part => {
    let all = sequence()
    while (source[i] === '|') {
      i += 1
      all = either(all, sequence())
    }
    return all
  }

  const sequence = (): Part => {
    let needs: Spot | undefined
    let letters: Part['letters']
    const all: Spot[] = []
    let [least, most, count] = [0, 0, 0]
    let before: Part['letters']
    while (i < source.length && source[i] !== '|' && source[i] !== ')') {
      const next = part()
      const times = quantifier()
      count += 1
      letters = count === 1 && times === ONCE ? next.letters : undefined
      if (times.least > 0) {
        const pairs = before && next.letters ? pairsOf(before, next.letters) : undefined
        const pair = pairs && { grams: pairs, from: least - 1, to: most - 1 }
        needs = rarer(needs, rarer(next.needs && later(next.needs, least, most), pair))
        // a pair says what its first letter said, and more
        if (pair && all.at(-1)?.grams === before) all.pop()
        all.push(...(pair ? [pair] : next.all.map((spot) => later(spot, least, most))))
      }
      before = times.least > 0 ? next.letters : undefined
      least += times.least * next.least
      // nothing, however often, stays nothing
      most += next.most === 0 ? 0 : times.most * next.most
    }
    return { needs, all, letters, least, most }
  }

  const part = (): Part => {
    const letter = source[i]!
    i += 1
    if (letter === '(') return group()
    if (letter === '[') return characterClass()
    if (letter === '\\') return escaped()
    if (letter === '.') return ANY_LETTER
    return letter === '^' || letter === '$' ? NOWHERE : oneOf(letter)
  }

  const group = (): Part => {
    const opening = /^(?:\?:|\?=|\?!|\?<=|\?<!)/.exec(source.slice(i, i + 3))?.[0] ?? ''
    i += opening.length
    const inside = alternatives()
    i += 1
    return opening === '?:' || opening === '' ? inside : NOWHERE
  }

  const escaped = (): Part => {
    const letter = source[i]!
    i += letter === 'u' ? 5 : 1
    if (letter === 'd') return oneOf('0123456789')
    if (/[bB]/.test(letter)) return NOWHERE
    return /[a-zA-Z]/.test(letter) ? ANY_LETTER : oneOf(letter)
  }

  const characterClass = (): Part => {
    const start = i
    while (source[i] !== ']') i += source[i] === '\\' ? 2 : 1
    const body = source.slice(start, i)
    i += 1
    return /^\^|[^\\]-.|\\/.test(body) ? ANY_LETTER : oneOf(body)
  }

  const quantifier = (): Times => {
    const found = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(i, i + 12))
    i += found?.[0].length ?? 0
    if (!found) return ONCE
    const [, sign, least, comma, most] = found
    if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
    return { least: Number(least), most: most !== '' ? Number(most) : comma === '' ? Number(least) : Infinity }
  }

  return alternatives()
}

/** How often a part stands in a row. */
interface Times {
  readonly least: number
  readonly most: number
}
const ONCE: Times = { least: 1, most: 1 }

function oneOf(letters: string): Part {
  const grams = new Set(letters)
  const spot = { grams, from: 0, to: 0 }
  return { needs: spot, all: [spot], letters: grams, least: 1, most: 1 }
}

function either(a: Part, b: Part): Part {
  const needs = a.needs && b.needs && eitherSpot(a.needs, b.needs)
  return {
    needs,
    all: needs ? [needs] : [],
    letters: a.letters && b.letters && needs?.grams,
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
  }
}

function eitherSpot(a: Spot, b: Spot): Spot {
  return { grams: new Set([...a.grams, ...b.grams]), from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

function later({ grams, from, to }: Spot, least: number, most: number): Spot {
  return { grams, from: from + least, to: to + most }
}

function pairsOf(first: ReadonlySet<string>, second: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (first.size * second.size > MOST_PAIRS) return undefined
  return new Set([...first].flatMap((a) => [...second].map((b) => a + b)))
}

function rarer(a: Spot | undefined, b: Spot | undefined): Spot | undefined {
  if (!a || !b) return a ?? b
  return cost(b.grams) < cost(a.grams) ? b : a
}

function cost(grams: ReadonlySet<string>): number {
  let sum = 0
  for (const gram of grams) sum += gram.length > 1 ? 1 : COMMON.has(gram) ? COMMON_COST : LETTER_COST
  return sum
}
