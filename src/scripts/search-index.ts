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

/** The postings of all terms in one run, so that a term costs two reads and a walk: those of term `t` stand from `starts[t]` to `starts[t + 1]`. */
interface Postings {
  readonly terms: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly impacts: Float32Array
}

/**
 * BM25 (Robertson & Zaragoza 2009) over character bigrams (Han, Hangul) and words (Latin), with the impact of every posting worked out at build
 * time and the strongest kept first.
 */
export function createSearchIndex(texts: readonly string[]): SearchIndex {
  const steps = searchIndexInSteps(texts)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const TEXTS_PER_STEP = 64
const POSTINGS_PER_STEP = 2_048

/** The same in steps of about a millisecond. */
export function* searchIndexInSteps(texts: readonly string[]): Generator<void, SearchIndex> {
  const bags: string[][] = []
  for (const [i, text] of texts.entries()) {
    if (i % TEXTS_PER_STEP === 0) yield
    bags.push(termsOf(text))
  }
  const { terms, starts, documents, impacts } = yield* postingsOf(bags)
  const scores = new Float32Array(texts.length)
  const touched = new Uint32Array(texts.length)
  return {
    size: texts.length,
    search(text, limit) {
      let count = 0
      for (const term of new Set(termsOf(text))) {
        const known = terms.get(term)
        if (known === undefined) continue
        const end = starts[known + 1]!
        for (let i = starts[known]!; i < end; i += 1) {
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

function* postingsOf(bags: readonly string[][]): Generator<void, Postings> {
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / Math.max(1, bags.length)
  const raw = new Map<string, Map<number, number>>()
  for (const [document, bag] of bags.entries()) {
    if (document % TEXTS_PER_STEP === 0) yield
    for (const term of bag) {
      const counts = raw.get(term) ?? new Map<number, number>()
      raw.set(term, counts)
      counts.set(document, (counts.get(document) ?? 0) + 1)
    }
  }
  const terms = new Map<string, number>()
  const starts = [0]
  const documents: number[] = []
  const impacts: number[] = []
  let work = 0
  for (const [term, counts] of raw) {
    work += counts.size + 1
    if (work > POSTINGS_PER_STEP) {
      work = 0
      yield
    }
    const idf = Math.log(1 + (bags.length - counts.size + 0.5) / (counts.size + 0.5))
    const scored = [...counts].map(([document, count]) => {
      const norm = K1 * (1 - B + (B * bags[document]!.length) / average)
      return [document, (idf * count * (K1 + 1)) / (count + norm)] as const
    })
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [document, impact] of scored.slice(0, POSTINGS)) {
      documents.push(document)
      impacts.push(impact)
    }
    terms.set(term, terms.size)
    starts.push(documents.length)
  }
  return {
    terms,
    starts: new Uint32Array(starts),
    documents: new Uint32Array(documents),
    impacts: new Float32Array(impacts),
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
