import type { CheckedText } from './checked-text.ts'
import type { Finding, GuardContext, Level, Rule, Says } from './context.ts'

const NONE: readonly Finding[] = []

export interface MomentRule {
  readonly id: string
  readonly level: Level
  readonly says: Says
  /** Whether the talk is where the rule applies; by the talk alone, never by the text. */
  readonly moment: (context: GuardContext) => boolean
  readonly find: (text: CheckedText, context: GuardContext) => readonly Finding[]
}

/**
 * A rule for certain moments of a talk, about a person's own words. A stored script stands in no talk, and who wrote one on offer chose when it fits: that is
 * judged only when the lead has raised the rule.
 */
export function momentRule({ id, level, says, moment, find }: MomentRule): Rule {
  const applies = (context: GuardContext) =>
    context.kind === 'script' || (context.kind === 'fill' && !context.settings?.raise[id]) ? false : moment(context)
  return {
    id,
    level,
    says,
    find: (text, context) => (applies(context) && text.original.trim() !== '' ? find(text, context) : NONE),
  }
}
