import { FOUND_BY, type Locale } from '../../protocol/index.ts'
import { type Match, plainLookup } from '../../scripts/index.ts'
import type { SuggestDeps } from '../../suggest/index.ts'

const HITS = 200

/** The store's scripts, and the texts it has approved for everybody or for this agent, that fit what was typed, best first. */
export async function searchScripts(
  { library, learned, lookup = plainLookup }: Pick<SuggestDeps, 'library' | 'learned' | 'lookup'>,
  locale: Locale,
  typed: string,
  agent: string | undefined,
): Promise<readonly Match[]> {
  const shelf = library.shelf(locale)
  await lookup.ready(shelf, typed)
  const found = lookup.find(shelf, typed, HITS)
  const approved = learned?.approved
  if (!approved) return found
  const own = approved.library.shelf(locale)
  await lookup.ready(own, typed)
  const mine = lookup.find(own, typed, HITS).filter(({ entry }) => {
    const owner = approved.owner(entry.script.id)
    return owner === undefined || owner === agent
  })
  return merged(found, mine)
}

/** Each list is in order; what the store has said itself goes before an equal find of the library. */
function merged(library: readonly Match[], own: readonly Match[]): Match[] {
  const worth = (match: Match) => FOUND_BY.indexOf(match.by) * 2 + match.grade
  return [...own, ...library].sort((a, b) => worth(a) - worth(b)).slice(0, HITS)
}
