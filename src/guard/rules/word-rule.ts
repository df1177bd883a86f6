import type { Level, Rule, Says } from '../context.ts'
import { weighed } from '../learned/index.ts'
import type { HiddenListName, ScanName } from '../lists.ts'

/** A rule that is nothing but a word list: every match is a finding. */
export function wordRule(id: string, level: Level, list: ScanName, says: Says): Rule {
  return { id, level, says, find: (text) => text.hits(list) }
}

/** A word list beside examples of what breaks the rule in other words. */
export function learnedRule(id: string, level: Level, list: ScanName, says: Says): Rule {
  return { id, level, says, find: (text) => weighed(id, level, text, text.hits(list)) }
}

/** The same for words that agents know to be forbidden, and hide. */
export function hiddenLearnedRule(id: string, level: Level, list: HiddenListName, says: Says): Rule {
  return { id, level, says, find: (text) => weighed(id, level, text, text.disguisedHits(list)) }
}
