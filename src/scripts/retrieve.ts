import type { Locale } from '../protocol/index.ts'
import type { Entry, Library, Shelf } from './library.ts'

/** What retrieval looks for. `topics` are those that may be meant, with their shares, best first. */
export interface Query {
  readonly locale: Locale
  readonly text: string
  readonly topics: readonly { readonly name: string; readonly share: number }[]
  /** True when the words alone may bring a script, whatever its topic: an agent searches the library. */
  readonly anyTopic?: boolean
  readonly event?: string | undefined
  /** Situations to answer whatever was said, the most fitting first. */
  readonly categories?: readonly string[]
}

/** A script found, with the evidence that found it. */
export interface Candidate {
  readonly entry: Entry
  /** Share of the topic that brought it, 0 when only its words did. */
  readonly topicShare: number
  readonly topic: string
  /** BM25 relative to the best hit, 0..1. */
  readonly words: number
}

/** Scripts taken per topic: many of a likely one, few of a long shot. */
function mostOf(share: number): number {
  if (share >= 0.25) return 32
  return share >= 0.08 ? 16 : 8
}
const BY_WORDS = 16
/** The categories of a next step stand in their order: each later one counts this much less. */
const LATER = 0.15

/** The scripts of the likely topics, of the event or the named categories, and the best by words; each once. */
export function retrieve(library: Library, query: Query): Candidate[] {
  const shelf = library.shelf(query.locale)
  const list: Found[] = []
  const categories = query.categories ?? []
  categories.forEach((category, rank) => {
    const entries = shelf.byCategory.get(category)
    take(list, shelf, entries, entries?.[0]?.script.intents[0] ?? '', 1 - rank * LATER)
  })
  if (query.event) take(list, shelf, shelf.byEvent.get(query.event), `event:${query.event}`, 1)
  for (const { name, share } of query.topics) take(list, shelf, shelf.byTopic.get(name), name, share)
  if (query.text !== '') takeByWords(list, shelf, query)
  for (let i = 0; i < list.length; i += 1) shelf.found[list[i]!.entry.place] = -1
  return list
}

type Found = { -readonly [K in keyof Candidate]: Candidate[K] }

function take(list: Found[], shelf: Shelf, entries: readonly Entry[] | undefined, topic: string, share: number): void {
  if (!entries) return
  const most = Math.min(entries.length, mostOf(share))
  for (let i = 0; i < most; i += 1) note(list, shelf, entries[i]!, topic, share, 0)
}

function takeByWords(list: Found[], shelf: Shelf, { text, topics, anyTopic }: Query): void {
  const hits = shelf.index.search(text, BY_WORDS)
  for (let i = 0; i < hits.length; i += 1) {
    const { document, score } = hits[i]!
    const entry = shelf.entries[document]!
    const words = score / hits[0]!.score
    const meant = likeliest(topics, entry.topics)
    if (meant) note(list, shelf, entry, meant.name, meant.share, words)
    else if (anyTopic) note(list, shelf, entry, entry.topics[0] ?? '', 0, words)
  }
}

/** The likeliest of the topics that a script is written for. */
function likeliest(topics: Query['topics'], among: readonly string[]): Query['topics'][number] | undefined {
  for (let i = 0; i < topics.length; i += 1) if (among.includes(topics[i]!.name)) return topics[i]
  return undefined
}

/** Adds a script, or adds to what is known of it: the likelier topic, the better words. */
function note(list: Found[], shelf: Shelf, entry: Entry, topic: string, topicShare: number, words: number): void {
  const at = shelf.found[entry.place]!
  if (at < 0) {
    shelf.found[entry.place] = list.length
    list.push({ entry, topicShare, topic, words })
    return
  }
  const known = list[at]!
  if (topicShare > known.topicShare) {
    known.topicShare = topicShare
    known.topic = topic
  }
  if (words > known.words) known.words = words
}
