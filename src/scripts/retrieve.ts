import type { Locale } from '../protocol/index.ts'
import type { Entry, Library } from './library.ts'

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
  const list: { entry: Entry; topicShare: number; topic: string; words: number }[] = []
  const note = (entry: Entry, topic: string, topicShare: number, words: number) => {
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
  const take = (entries: readonly Entry[] | undefined, topic: string, share: number) => {
    const most = mostOf(share)
    for (let i = 0; entries && i < entries.length && i < most; i += 1) note(entries[i]!, topic, share, 0)
  }
  const categories = query.categories ?? []
  categories.forEach((category, rank) => {
    const entries = shelf.byCategory.get(category)
    take(entries, entries?.[0]?.script.intents[0] ?? '', 1 - rank * LATER)
  })
  if (query.event) take(shelf.byEvent.get(query.event), `event:${query.event}`, 1)
  for (const { name, share } of query.topics) take(shelf.byTopic.get(name), name, share)
  const hits = query.text === '' ? [] : shelf.index.search(query.text, BY_WORDS)
  const top = hits[0]?.score ?? 1
  for (const { document, score } of hits) {
    const entry = shelf.entries[document]!
    const meant = query.topics.find(({ name }) => entry.script.intents.includes(name))
    if (meant) note(entry, meant.name, meant.share, score / top)
    else if (query.anyTopic) note(entry, entry.script.intents[0] ?? '', 0, score / top)
  }
  for (let i = 0; i < list.length; i += 1) shelf.found[list[i]!.entry.place] = -1
  return list
}
