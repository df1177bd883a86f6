import { isCharacterScript, MARK, normalise } from '../../src/intents/index.ts'

/** Two texts that share this part of their n-grams (Dice) say the same in the same words: read off what stands above and below it. */
const ALIKE = 0.8

/** Particles, vocatives and fillers that change the tone only; 吗 and 呢 ask, 了 says it happened, and stay. */
const TONE = /[啊呀哦哈呗哟啦噢呐亲哎喔]/g
const FIGURES = new RegExp(`\\d[\\d.,:/-]*|${MARK.number}`, 'g')

/** What is left of a text when figures are all alike and punctuation, faces and tone are gone. */
export function essenceOf(text: string): string {
  const bare = normalise(text)
    .text.replaceAll(FIGURES, '0')
    .replaceAll(TONE, '')
    .replaceAll(new RegExp(`[\\p{P}\\p{S}${MARK.emoji}]`, 'gu'), ' ')
  return isCharacterScript(bare) ? bare.replaceAll(' ', '') : bare.replace(/ +/g, ' ').trim()
}

/**
 * Every pair of texts that are near-duplicates, by index, the smaller first. Figures and faces with hardly a letter are left
 * out: they are alike without saying the same.
 *
 * An index from each n-gram to the texts that have it, but only from the rarest of a text: two alike sets must share one of those.
 */
export function nearDuplicates(texts: readonly string[]): [number, number][] {
  const sets = rarestFirst(texts.map((text) => gramsOf(essenceOf(text))))
  const members = sets.map((grams) => new Set(grams))
  const index = new Map<string, number[]>()
  const pairs: [number, number][] = []
  for (const [i, grams] of sets.entries()) {
    const met = new Set<number>()
    for (const gram of grams.slice(0, grams.length - leastShared(grams.length) + 1)) {
      const earlier = index.get(gram)
      if (earlier === undefined) index.set(gram, [i])
      else {
        for (const j of earlier) met.add(j)
        earlier.push(i)
      }
    }
    for (const j of met) {
      const shared = grams.reduce((count, gram) => count + (members[j]!.has(gram) ? 1 : 0), 0)
      if (2 * shared >= ALIKE * (grams.length + sets[j]!.length)) pairs.push([j, i])
    }
  }
  return pairs
}

/** Of a set of this size any alike one, however small, shares at least as many. */
function leastShared(size: number): number {
  return Math.ceil((ALIKE / (2 - ALIKE)) * size)
}

/** Pairs of neighbours in character scripts, fours elsewhere, borders included. */
function gramsOf(essence: string): string[] {
  const [size, letters] = isCharacterScript(essence) ? [2, 2] : [4, 3]
  if ((essence.match(/\p{L}/gu)?.length ?? 0) < letters) return []
  const bordered = ` ${essence} `
  return [...new Set(Array.from({ length: bordered.length - size + 1 }, (_, i) => bordered.slice(i, i + size)))]
}

function rarestFirst(sets: readonly string[][]): string[][] {
  const seen = new Map<string, number>()
  for (const grams of sets) for (const gram of grams) seen.set(gram, (seen.get(gram) ?? 0) + 1)
  const rank = new Map([...seen].sort(([, a], [, b]) => a - b).map(([gram], i) => [gram, i]))
  return sets.map((grams) => grams.sort((a, b) => rank.get(a)! - rank.get(b)!))
}

/** The part of a frame that varies is at most this long, the part that stays at least: in characters, or in words. */
const FRAME = { characters: { gap: 4, kept: 4 }, words: { gap: 2, kept: 3 } } as const

/** Sentence frames (`＿有优惠吗`, `can you ＿ my order`) with the texts that fill them, those with more than `most`. */
export function multipliedFrames(texts: readonly string[], most: number): { frame: string; texts: string[] }[] {
  const fillings = new Map<string, Set<string>>()
  for (const text of texts) {
    for (const frame of framesOf(essenceOf(text))) {
      const known = fillings.get(frame)
      if (known === undefined) fillings.set(frame, new Set([text]))
      else known.add(text)
    }
  }
  return [...fillings]
    .filter(([, filled]) => filled.size > most)
    .map(([frame, filled]) => ({ frame, texts: [...filled] }))
}

function framesOf(essence: string): string[] {
  const byCharacter = isCharacterScript(essence)
  const units = byCharacter ? [...essence] : essence.split(' ')
  const between = byCharacter ? '' : ' '
  const { gap, kept } = byCharacter ? FRAME.characters : FRAME.words
  const frames: string[] = []
  for (let width = 1; width <= Math.min(gap, units.length - kept); width += 1) {
    for (let start = 0; start + width <= units.length; start += 1)
      frames.push([...units.slice(0, start), '＿', ...units.slice(start + width)].join(between))
  }
  return frames
}
