import type { Locale } from '../../protocol/index.ts'
import type { Entry, Library } from '../library.ts'
import type { Hit } from '../search-index.ts'

/** What a phrase seems to be for, by the scripts that say something like it; `confidence` 0..1. */
export interface Proposal {
  readonly intents: readonly { readonly name: string; readonly confidence: number }[]
  readonly category?: string | undefined
  readonly stage?: string | undefined
  /** The script that is most like it, and how like, 0..1: 1 = the same words. */
  readonly nearest?: { readonly scriptId: string; readonly likeness: number } | undefined
}

const NEIGHBOURS = 20
const INTENTS = 3
/** What the nearest scripts say counts this much against what the words of the phrase mean when a shopper says them; chosen on `data/eval/zh-phrases.jsonl`. */
const BY_SCRIPTS = 1.3

export interface Understood {
  readonly name: string
  readonly confidence: number
}

/**
 * Proposes intents, category and stage. Two vote: the scripts nearest in words, each by how near it is and for its first intent most, and the classifier of
 * shoppers' messages, since a reply names what it is about as the question does. The name of the group, the title and the code (`name`) strengthen the
 * family that they mean. What shoppers are known to ask for it (`asked`) has one vote, all together. `read` gives the topics of a text.
 */
export function proposeFor(
  text: string,
  name: string,
  locale: Locale,
  library: Library,
  read: (text: string) => readonly Understood[],
  asked: readonly string[] = [],
): Proposal {
  const { index, entries } = library.shelf(locale)
  const hits = index.search(text, NEIGHBOURS)
  const votes = votesOf(hits, entries)
  const vote = (said: string, weight: number) => {
    for (const { name: topic, confidence } of read(said))
      if (topic.includes('.')) votes.set(topic, (votes.get(topic) ?? 0) + confidence * weight)
  }
  vote(text.replace(/\{\{[^}]*\}\}/g, ''), 1)
  for (const one of asked) vote(one, 1 / asked.length)
  const families = new Map<string, number>()
  if (name.trim() !== '')
    for (const { name: topic, confidence } of read(name)) {
      const family = topic.split('.')[0]!
      families.set(family, (families.get(family) ?? 0) + confidence)
    }
  for (const [topic, weight] of votes) votes.set(topic, weight * (1 + (families.get(topic.split('.')[0]!) ?? 0)))
  const total = [...votes.values()].reduce((sum, one) => sum + one, 0)
  const intents = [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, INTENTS)
    .map(([topic, weight]) => ({ name: topic, confidence: weight / total }))
  const first = hits.map(({ document }) => entries[document]!).find(({ topics }) => topics[0] === intents[0]?.name)
  return {
    intents,
    category: first?.script.category,
    stage: first?.script.stage?.[0],
    nearest: hits[0] && nearestOf(text, entries[hits[0].document]!),
  }
}

/** Shares of the topics that the nearest scripts are for, together `BY_SCRIPTS`. */
function votesOf(hits: readonly Hit[], entries: readonly Entry[]): Map<string, number> {
  const best = hits[0]?.score ?? 1
  const votes = new Map<string, number>()
  let total = 0
  for (const { document, score } of hits) {
    entries[document]!.topics.forEach((topic, rank) => {
      if (!topic.includes('.')) return
      const weight = (score / best) ** 4 / (rank + 1)
      total += weight
      votes.set(topic, (votes.get(topic) ?? 0) + weight)
    })
  }
  for (const [topic, weight] of votes) votes.set(topic, (BY_SCRIPTS * weight) / total)
  return votes
}

function nearestOf(text: string, entry: Entry): Proposal['nearest'] {
  const own = pairsOf(text)
  const likeness = Math.max(...formsOf(entry).map((form) => shared(own, form)))
  return { scriptId: entry.script.id, likeness }
}

const FORMS = new WeakMap<Entry, readonly ReadonlySet<string>[]>()

function formsOf(entry: Entry): readonly ReadonlySet<string>[] {
  const known = FORMS.get(entry) ?? entry.script.wordings.flatMap(({ open, short }) => [pairsOf(open), pairsOf(short)])
  FORMS.set(entry, known)
  return known
}

/** Its letters in pairs, without slots, marks and spaces. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.replace(/\{\{[^}]*\}\}|[^\p{L}\p{N}]+/gu, '')
  const pairs = new Set<string>()
  if (letters.length < 2) pairs.add(letters)
  for (let i = 0; i + 1 < letters.length; i += 1) pairs.add(letters.slice(i, i + 2))
  return pairs
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const pair of a) if (b.has(pair)) both += 1
  return both / (a.size + b.size - both)
}
