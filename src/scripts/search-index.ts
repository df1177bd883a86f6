import { isCharacterScript, normalise } from '../intents/index.ts'

/** A hit of the index: position of the document and its BM25 score. */
export interface Hit {
  readonly document: number
  readonly score: number
}

export interface SearchIndex {
  /** The `limit` best documents for a text, best first, ties by position. */
  readonly search: (text: string, limit: number) => Hit[]
  readonly size: number
}

const K1 = 1.2
const B = 0.6
/** Postings beyond this many per term are the weakest ones of a term that says little: dropped, so that time does not grow with the library. */
const POSTINGS = 128

/**
 * BM25 (Robertson & Zaragoza 2009) over character bigrams (Han, Hangul) and words (Latin), with the impact of every posting worked out at build
 * time and the strongest kept first.
 */
export function createSearchIndex(texts: readonly string[]): SearchIndex {
  const bags = texts.map(termsOf)
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / Math.max(1, bags.length)
  const raw = new Map<string, Map<number, number>>()
  bags.forEach((bag, document) => {
    for (const term of bag) {
      const counts = raw.get(term) ?? new Map<number, number>()
      raw.set(term, counts)
      counts.set(document, (counts.get(document) ?? 0) + 1)
    }
  })
  const postings = new Map<string, { documents: Uint32Array; impacts: Float32Array }>()
  for (const [term, counts] of raw) {
    const idf = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5))
    const scored = [...counts].map(([document, count]) => {
      const norm = K1 * (1 - B + (B * bags[document]!.length) / average)
      return [document, (idf * count * (K1 + 1)) / (count + norm)] as const
    })
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const kept = scored.slice(0, POSTINGS)
    postings.set(term, {
      documents: Uint32Array.from(kept, (p) => p[0]),
      impacts: Float32Array.from(kept, (p) => p[1]),
    })
  }
  const scores = new Float32Array(texts.length)
  const touched = new Uint32Array(texts.length)
  return {
    size: texts.length,
    search(text, limit) {
      let count = 0
      for (const term of new Set(termsOf(text))) {
        const found = postings.get(term)
        if (!found) continue
        const { documents, impacts } = found
        for (let i = 0; i < documents.length; i += 1) {
          const document = documents[i]!
          const before = scores[document]!
          if (before === 0) {
            touched[count] = document
            count += 1
          }
          scores[document] = before + impacts[i]!
        }
      }
      return best(scores, touched, count, limit)
    },
  }
}

/** The best of the touched documents, best first, ties by position; leaves their scores at zero. */
function best(scores: Float32Array, touched: Uint32Array, count: number, limit: number): Hit[] {
  const hits: Hit[] = []
  let least = 0
  for (let i = 0; i < count; i += 1) {
    const document = touched[i]!
    const score = scores[document]!
    scores[document] = 0
    if (hits.length === limit && score < least) continue
    const hit = { document, score }
    let at = hits.length
    while (at > 0 && comesBefore(hit, hits[at - 1]!)) at -= 1
    hits.splice(at, 0, hit)
    if (hits.length > limit) hits.pop()
    least = hits[hits.length - 1]!.score
  }
  return hits
}

function comesBefore(a: Hit, b: Hit): boolean {
  return a.score > b.score || (a.score === b.score && a.document < b.document)
}

/** Bigrams of character scripts, whole words of Latin text; a lone character stands for itself. */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  for (const run of normalise(text).text.match(/[\u3400-\u9fff\uac00-\ud7af]+|[a-z0-9]+/g) ?? []) {
    if (!isCharacterScript(run)) terms.push(run)
    else if (run.length === 1) terms.push(run)
    else for (let i = 0; i + 1 < run.length; i += 1) terms.push(run.slice(i, i + 2))
  }
  return terms
}
