import type { CheckedText } from './checked-text.ts'
import type { Finding, GuardContext, Level, Rule, Says } from './context.ts'

export interface MomentRule {
  readonly id: string
  readonly level: Level
  readonly says: Says
  /** Whether the talk is where the rule applies; by the talk alone, never by the text. */
  readonly moment: (context: GuardContext) => boolean
  readonly find: (text: CheckedText, context: GuardContext) => readonly Finding[]
  /** Whether a text may break the rule at all; by default any may. */
  readonly suspects?: (text: CheckedText) => boolean
}

/**
 * A rule for certain moments of a talk. Whether it is one is asked once for all candidates of a turn, which share what is known of the talk; the text is looked
 * at only then. A stored script stands in no talk.
 */
export function momentRule({ id, level, says, moment, find, suspects }: MomentRule): Rule {
  let last: GuardContext | undefined
  let applies = false
  return {
    id,
    level,
    says,
    suspects: suspects ?? (() => true),
    find: (text, context) => {
      if (last === undefined || !isSameTalk(last, context)) {
        last = context
        applies = context.kind !== 'script' && moment(context)
      }
      return applies && text.original.trim() !== '' ? find(text, context) : []
    },
  }
}

function isSameTalk(a: GuardContext, b: GuardContext): boolean {
  return (
    a === b ||
    (a.waiting === b.waiting &&
      a.asked === b.asked &&
      a.kind === b.kind &&
      a.mood === b.mood &&
      a.facts === b.facts &&
      a.keeps === b.keeps &&
      a.earlier === b.earlier &&
      a.first === b.first &&
      a.register === b.register &&
      a.spoken === b.spoken &&
      a.shopperTexts === b.shopperTexts)
  )
}
