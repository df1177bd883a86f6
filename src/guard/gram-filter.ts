import type { Spot } from './required-spots.ts'

/** A text is looked at in so many cells of letters, a bit of a number each. */
const CELLS = 32

/**
 * Tells which of many expressions a text may match: those of which it has a gram of each spot, as near to one another as in a match, by their numbers, or
 * those among some of them (1 by number). Reads a text of 60 letters in a few microseconds, whatever the number of expressions.
 */
export function createFilter(
  expressions: readonly (readonly Spot[])[],
): (text: string, among?: Uint8Array) => number[] {
  const grams = numbered(expressions)
  const all = new Uint8Array(expressions.length).fill(1)
  const always = expressions.flatMap((spots, id) => (spots.length === 0 ? [id] : []))
  const byGram = inRows(expressionsBy(grams, expressions))
  const { spots, ofExpression } = otherSpots(grams, expressions)
  // of each gram, and of each expression's rarest spot, the cells it stands in; all zero between two texts
  const cells = new Int32Array(grams.count)
  const rarest = new Int32Array(expressions.length)

  /** Whether a spot stands at its distance from one of some cells, as far as cells tell. */
  const isNear = (around: number, spot: number, shift: number): boolean => {
    let found = 0
    for (let at = spots.starts[spot]!; at < spots.starts[spot + 1]!; at += 1) found |= cells[spots.values[at]!]!
    return found !== 0 && (found & reach(around, spots.from[spot]! >> shift, -(-spots.to[spot]! >> shift))) !== 0
  }

  return (text, among = all) => {
    let shift = 0
    while (text.length > CELLS << shift) shift += 1
    const present: number[] = []
    const see = (gram: number, cell: number) => {
      if (gram < 0) return
      if (cells[gram] === 0) present.push(gram)
      cells[gram]! |= 1 << cell
    }
    let letter = 0
    for (let i = text.length - 1; i >= 0; i -= 1) {
      const next = letter
      letter = text.charCodeAt(i)
      see(grams.find(letter, 0), i >> shift)
      if (next !== 0) see(grams.find(letter, next), i >> shift)
    }
    const met: number[] = []
    for (const gram of present) {
      for (let at = byGram.starts[gram]!; at < byGram.starts[gram + 1]!; at += 1) {
        const id = byGram.values[at]!
        if (among[id] === 0) continue
        if (rarest[id] === 0) met.push(id)
        rarest[id]! |= cells[gram]!
      }
    }
    const found = always.filter((id) => among[id] === 1)
    for (const id of met) {
      let spot = ofExpression[id]!
      while (spot < ofExpression[id + 1]! && isNear(rarest[id]!, spot, shift)) spot += 1
      if (spot === ofExpression[id + 1]) found.push(id)
      rarest[id] = 0
    }
    for (const gram of present) cells[gram] = 0
    return found
  }
}

/** The cells from `from` to `to` cells behind some cells. */
function reach(around: number, from: number, to: number): number {
  if (from > 0) return from < CELLS ? ahead(around << from, to - from) : 0
  if (to < 0) return to > -CELLS ? back(around >>> -to, to - from) : 0
  return ahead(around, to) | back(around, -from)
}

function ahead(cells: number, steps: number): number {
  let left = Math.min(steps, CELLS - 1)
  let all = cells
  for (let step = 1; left > 0; left -= step, step *= 2) all |= all << Math.min(step, left)
  return all
}

function back(cells: number, steps: number): number {
  let left = Math.min(steps, CELLS - 1)
  let all = cells
  for (let step = 1; left > 0; left -= step, step *= 2) all |= all >>> Math.min(step, left)
  return all
}

interface Grams {
  readonly count: number
  /** The number of a letter (second = 0) or a pair, -1 for one that no expression asks for. */
  readonly find: (first: number, second: number) => number
}

/** Numbers the grams of all expressions, in an open-addressing table so sparse that most grams of a text end at its first look. */
function numbered(expressions: readonly (readonly Spot[])[]): Grams {
  const keys = new Set(expressions.flatMap((spots) => spots.flatMap(({ grams }) => Array.from(grams, keyOf))))
  let size = 8
  while (size < keys.size * 4) size *= 2
  const places = new Uint32Array(size)
  const numbers = new Int32Array(size)
  const mask = size - 1
  const placeOf = (key: number): number => {
    let place = (Math.imul(key, 0x9e3779b1) >>> 12) & mask
    while (places[place] !== 0 && places[place] !== key) place = (place + 1) & mask
    return place
  }
  let count = 0
  for (const key of keys) {
    const place = placeOf(key)
    places[place] = key
    numbers[place] = count
    count += 1
  }
  return {
    count,
    find: (first, second) => {
      const place = placeOf(((second << 16) | first) >>> 0)
      return places[place] === 0 ? -1 : numbers[place]!
    },
  }
}

function keyOf(gram: string): number {
  return (((gram.length > 1 ? gram.charCodeAt(1) : 0) << 16) | gram.charCodeAt(0)) >>> 0
}

function numbersOf(grams: Grams, spot: Spot): number[] {
  return Array.from(spot.grams, (gram) => grams.find(gram.charCodeAt(0), gram.length > 1 ? gram.charCodeAt(1) : 0))
}

/** By gram, the expressions whose rarest spot has it. */
function expressionsBy(grams: Grams, expressions: readonly (readonly Spot[])[]): number[][] {
  const by = Array.from({ length: grams.count }, (): number[] => [])
  expressions.forEach(([rarest], id) => {
    for (const gram of rarest ? numbersOf(grams, rarest) : []) by[gram]!.push(id)
  })
  return by
}

/** All but the rarest spots, each with how far it stands from that one; those of expression e are `ofExpression[e]` to `ofExpression[e + 1]`. */
function otherSpots(grams: Grams, expressions: readonly (readonly Spot[])[]) {
  const ofExpression = new Int32Array(expressions.length + 1)
  const rows: number[][] = []
  const from: number[] = []
  const to: number[] = []
  expressions.forEach(([rarest, ...others], id) => {
    for (const other of others) {
      rows.push(numbersOf(grams, other))
      from.push(Math.max(other.from - rarest!.to, -FAR))
      to.push(Math.min(other.to - rarest!.from, FAR))
    }
    ofExpression[id + 1] = rows.length
  })
  return { spots: { ...inRows(rows), from: Int32Array.from(from), to: Int32Array.from(to) }, ofExpression }
}
/** Further than any two letters of a text. */
const FAR = 1 << 29

/** Lists one behind the other: list n is `values[starts[n]]` to `values[starts[n + 1]]`. */
function inRows(lists: readonly (readonly number[])[]): { starts: Int32Array; values: Int32Array } {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, n) => {
    starts[n + 1] = starts[n]! + list.length
  })
  return { starts, values: Int32Array.from(lists.flat()) }
}
