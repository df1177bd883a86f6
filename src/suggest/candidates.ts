import { type Candidate, type Query, retrieve } from '../scripts/index.ts'
import type { Turn } from './turn.ts'

/** The scripts that may fit: of the library, of the texts the store has approved, and those that were sent for messages like this one. */
export function candidatesOf(turn: Turn, query: Query): Candidate[] {
  const { library, learned } = turn.deps
  const found = retrieve(library, query)
  if (!learned) return found
  const { approved } = learned
  const isMine = (scriptId: string) => {
    const owner = approved?.owner(scriptId)
    return owner === undefined || owner === turn.input.agent?.id
  }
  if (approved) {
    for (const candidate of retrieve(approved.library, query)) {
      if (isMine(candidate.entry.script.id)) found.push(candidate)
    }
  }
  for (const { scriptId, topic, near, isTrusted } of turn.near()) {
    if (!isTrusted) continue
    const at = found.findIndex(({ entry }) => entry.script.id === scriptId)
    if (at >= 0) found[at] = { ...found[at]!, near }
    else {
      const entry = library.get(scriptId) ?? (isMine(scriptId) ? approved?.library.get(scriptId) : undefined)
      if (entry?.script.locale === query.locale)
        found.push({ entry, topic, topicShare: shareOf(query, topic), words: 0, flow: 0, near })
    }
  }
  return found
}

function shareOf({ topics }: Query, topic: string): number {
  return topics.find(({ name }) => name === topic)?.share ?? 0
}
