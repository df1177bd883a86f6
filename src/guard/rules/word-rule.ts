import type { Level, Rule, Says } from '../context.ts'
import type { ScanName } from '../lists.ts'

/** A rule that is nothing but a word list: every match is a finding. */
export function wordRule(id: string, level: Level, list: ScanName, says: Says): Rule {
  return { id, level, says, find: (text) => text.hits(list) }
}

/** The same for words that agents know to be forbidden, and hide. */
export function hiddenWordRule(id: string, level: Level, list: ScanName, says: Says): Rule {
  return { id, level, says, find: (text) => text.disguisedHits(list) }
}
