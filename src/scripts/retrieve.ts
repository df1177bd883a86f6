import type { CustomerType } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { ladderRung } from './conditions.ts'
import type { Entry, Library, Shelf } from './library.ts'

/** What retrieval looks for. `topics` are those that may be meant, with their shares, best first. */
export interface Query {
  readonly locale: Locale
  readonly text: string
  readonly topics: readonly { readonly name: string; readonly share: number }[]
  readonly event?: string | undefined
  /** Situations to answer whatever was said, the most fitting first. */
  readonly categories?: readonly string[]
  /** Situations that a flow wants besides, the most fitting first. */
  readonly flow?: readonly string[]
  /** The haggling turn: scripts of other rungs take no place of those that may be said. */
  readonly rung?: number | undefined
  /** The shopper's words that wait for a reply, in matching form: a trade's scripts for other special cases take no place either. */
  readonly words?: string | undefined
  /** What the shopper seems to be: scripts for other types are left out. */
  readonly types?: readonly CustomerType[]
}

/** A script found, with the evidence that found it. */
export interface Candidate {
  readonly entry: Entry
  /** Share of the topic that brought it, 0 when only its words did. */
  readonly topicShare: number
  readonly topic: string
  /** BM25 relative to the best hit, 0..1. */
  readonly words: number
  /** How much a flow wants it, 0..1. */
  readonly flow: number
  /** How often it was sent in reply to messages like this one, 0..1. */
  readonly near: number
}

/** Scripts taken per topic: many of a likely one, few of a long shot. */
function mostOf(share: number): number {
  if (share >= 0.25) return 32
  return share >= 0.08 ? 16 : 8
}
const NONE: readonly Entry[] = []
const BY_WORDS = 16
/** Scripts taken per category that a flow wants. */
const BY_FLOW = 12
/** The categories of a next step stand in their order: each later one counts this much less. */
const LATER = 0.15

/** The scripts of the likely topics, of the event or the named categories, and the best by words; each once. */
export function retrieve(library: Library, query: Query): Candidate[] {
  const shelf = library.shelf(query.locale)
  const list: Found[] = []
  const categories = query.categories ?? []
  categories.forEach((category, rank) => {
    const entries = shelf.byCategory.get(category)
    const topic = entries?.find(({ topics }) => topics.length > 0)?.topics[0] ?? ''
    const ofTopic = entries?.filter(({ topics }) => topics.length === 0 || topics.includes(topic))
    take(list, shelf, ofTopic, topic, 1 - rank * LATER, query)
  })
  query.flow?.forEach((category, rank) => {
    takeByFlow(list, shelf, shelf.byCategory.get(category), 1 - rank * LATER, query)
  })
  if (query.event) take(list, shelf, shelf.byEvent.get(query.event), `event:${query.event}`, 1, query)
  for (const { name, share } of query.topics) {
    take(list, shelf, shelf.byTopic.get(name), name, share, query)
    query.types?.forEach((type) => {
      take(list, shelf, shelf.byType.get(type)?.get(name), name, share, query)
    })
  }
  if (query.text !== '') takeByWords(list, shelf, query)
  for (let i = 0; i < list.length; i += 1) shelf.found[list[i]!.entry.place] = -1
  return list
}

type Found = { -readonly [K in keyof Candidate]: Candidate[K] }

function take(
  list: Found[],
  shelf: Shelf,
  entries: readonly Entry[] = NONE,
  topic: string,
  share: number,
  query: Query,
): void {
  forFirst(mostOf(share), entries, query, (entry) => note(list, shelf, entry, topic, share, 0, wanted(entry)))
}

function takeByFlow(list: Found[], shelf: Shelf, entries: readonly Entry[] = NONE, flow: number, query: Query): void {
  forFirst(BY_FLOW, entries, query, (entry) => {
    note(list, shelf, entry, entry.topics[0] ?? '', 0, 0, Math.max(flow, wanted(entry)))
  })
}

/**
 * The first that may fit: those of other rungs take no place, nor do a trade's for special cases that the words do not name. A pack stands before the first script
 * for any case and has dozens of them for a topic.
 */
function forFirst(
  most: number,
  entries: readonly Entry[],
  { rung, words }: Query,
  visit: (entry: Entry) => void,
): void {
  let left = most
  let isAhead = words !== undefined
  for (let i = 0; i < entries.length && left > 0; i += 1) {
    const entry = entries[i]!
    const { cue, traits } = entry
    if (cue === undefined && !traits.flow) isAhead = false
    if (traits.rungs !== undefined && rung !== undefined && !traits.rungs.includes(ladderRung(rung))) continue
    if (isAhead && cue?.test(words!) === false) continue
    left -= 1
    visit(entry)
  }
}

/** What is written for where a flow stands is wanted whenever it may be said. */
function wanted({ traits }: Entry): number {
  return traits.flow ? 1 : 0
}

function takeByWords(list: Found[], shelf: Shelf, { text, topics, types = [] }: Query): void {
  const hits = shelf.index.search(text, BY_WORDS)
  for (let i = 0; i < hits.length; i += 1) {
    const { document, score } = hits[i]!
    const entry = shelf.entries[document]!
    if (!isForShopper(entry, types)) continue
    const words = score / hits[0]!.score
    const meant = likeliest(topics, entry.topics)
    if (meant) note(list, shelf, entry, meant.name, meant.share, words, 0)
  }
}

/** Scripts for everybody, and those for what the shopper seems to be. */
function isForShopper({ traits }: Entry, types: readonly CustomerType[]): boolean {
  return traits.types.length === 0 || traits.types.some((type) => types.includes(type))
}

/** The likeliest of the topics that a script is written for. */
function likeliest(topics: Query['topics'], among: readonly string[]): Query['topics'][number] | undefined {
  for (let i = 0; i < topics.length; i += 1) if (among.includes(topics[i]!.name)) return topics[i]
  return undefined
}

/** Adds a script, or adds to what is known of it: the likelier topic, the better words. */
function note(
  list: Found[],
  shelf: Shelf,
  entry: Entry,
  topic: string,
  topicShare: number,
  words: number,
  flow: number,
): void {
  const at = shelf.found[entry.place]!
  if (at < 0) {
    shelf.found[entry.place] = list.length
    list.push({ entry, topicShare, topic, words, flow, near: 0 })
    return
  }
  const known = list[at]!
  if (topicShare > known.topicShare) {
    known.topicShare = topicShare
    known.topic = topic
  }
  if (words > known.words) known.words = words
  if (flow > known.flow) known.flow = flow
}
