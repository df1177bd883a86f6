import type { Answer } from '../../protocol/index.ts'
import { familyOf } from './families.ts'
import type { Row } from './rows.ts'

/**
 * Why a message got no suggestion of tier `answer`: the reading was too unsure or too little spoke for the answer, a fact or slot that an `answer` needs is unknown, or neither
 * (no `answer` is written for what was read, or other suggestions came first).
 */
export const WITHHELD_BECAUSE = ['unsure', 'lacks', 'other'] as const
export type WithheldBecause = (typeof WITHHELD_BECAUSE)[number]

/** True when one of the suggestions is an `answer`: the rest only ask, hold or close. */
export function isAnswered({ suggestions }: Pick<Answer, 'suggestions'>): boolean {
  return suggestions.some(({ tier }) => tier === 'answer')
}

/** Codes of a dropped script that stand for something unknown: a required slot, a `knows`, a switch slot. */
const LACKING = /^(?:lacks|unknown|is):/

/**
 * Why an explained answer offers no `answer`; undefined when it does. `unsure`: the reading abstained, which an
 * answer that was dropped as `abstained` shows as well; `isAnswer` tells whether a script is of
 * tier `answer`.
 */
export function withheldBecause(
  answer: Pick<Answer, 'suggestions' | 'dropped'>,
  unsure: boolean,
  isAnswer: (scriptId: string) => boolean,
): WithheldBecause | undefined {
  if (isAnswered(answer)) return undefined
  if (unsure || answer.dropped?.some(({ code }) => code === 'abstained')) return 'unsure'
  const lacking = answer.dropped?.some(({ scriptId, code }) => LACKING.test(code) && isAnswer(scriptId))
  return lacking ? 'lacks' : 'other'
}

/** How often shop talk gets no `answer`; shares of the messages whose family is not `other`, each counted by its weight. */
export interface Withholding {
  readonly count: number
  /** True when only rows drawn at random were taken, because the set has some. */
  readonly natural: boolean
  readonly withheld: number
  /** The same by cause; they add up to `withheld`. */
  readonly because: Readonly<Record<WithheldBecause, number>>
}

export function withholdingOf(rows: readonly Row[], why: (text: string) => WithheldBecause | undefined): Withholding {
  const natural = rows.some((row) => row.natural)
  const asked = rows.filter((row) => row.natural === natural && familyOf(row.intent) !== 'other')
  const sums = { unsure: 0, lacks: 0, other: 0 }
  let all = 0
  for (const { text, weight } of asked) {
    const cause = why(text)
    all += weight
    if (cause) sums[cause] += weight
  }
  const share = (part: number) => (all === 0 ? 0 : part / all)
  return {
    count: asked.length,
    natural,
    withheld: share(sums.unsure + sums.lacks + sums.other),
    because: { unsure: share(sums.unsure), lacks: share(sums.lacks), other: share(sums.other) },
  }
}
