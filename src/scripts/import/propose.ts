import type { Locale } from '../../protocol/index.ts'
import type { Entry, Library } from '../library.ts'

/** What a phrase seems to be for, by the scripts that say something like it; `confidence` 0..1. */
export interface Proposal {
  readonly intents: readonly { readonly name: string; readonly confidence: number }[]
  readonly category?: string | undefined
  readonly stage?: string | undefined
  /** The script that is most like it, and how like, 0..1: 1 = the same words. */
  readonly nearest?: { readonly scriptId: string; readonly likeness: number } | undefined
}

const NEIGHBOURS = 12
const INTENTS = 3
/** What a group is called counts like one more neighbour. */
const BY_NAME = 0.6

/**
 * Proposes intents, category and stage: the scripts nearest in words vote, each by how near it is, for its first intent most; the name of the group, the title
 * and the code (`name`) vote for what scripts they find. `ofName` reads that name as a shopper's message would be, by its topics with their shares.
 */
export function proposeFor(
  text: string,
  name: string,
  locale: Locale,
  library: Library,
  ofName: (name: string) => readonly { readonly name: string; readonly confidence: number }[],
): Proposal {
  const { index, entries } = library.shelf(locale)
  const hits = index.search(text, NEIGHBOURS)
  const best = hits[0]?.score ?? 1
  const votes = new Map<string, number>()
  const vote = (topic: string, weight: number) => votes.set(topic, (votes.get(topic) ?? 0) + weight)
  for (const { document, score } of hits) {
    const weight = (score / best) ** 3
    entries[document]!.topics.forEach((topic, rank) => {
      if (topic.includes('.')) vote(topic, weight / (rank + 1))
    })
  }
  if (name.trim() !== '') for (const one of ofName(name)) vote(one.name, BY_NAME * one.confidence * NEIGHBOURS ** 0.5)
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

function nearestOf(text: string, { script }: Entry): Proposal['nearest'] {
  const own = pairsOf(text)
  const likeness = Math.max(
    ...script.wordings.flatMap(({ open, short }) => [open, short].map((form) => shared(own, pairsOf(form)))),
  )
  return { scriptId: script.id, likeness }
}

/** Its letters in pairs, without slots, marks and spaces. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.replace(/\{\{[^}]*\}\}/g, '').replace(/[^\p{L}\p{N}]/gu, '')
  if (letters.length < 2) return new Set([letters])
  return new Set(Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2)))
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.intersection(b).size
  return both / (a.size + b.size - both)
}
