import { ALPHA, type DifferenceReport, type TallyReport } from '../../insight/index.ts'
import type { Trial } from '../../protocol/index.ts'
import type { StoredTrial } from './stored-trial.ts'

const NONE = { shown: 0, sent: 0, edited: 0, own: 0, dismissed: 0, settled: 0, complaints: 0, paid: 0 }
const UNKNOWN: DifferenceReport = { pairs: 0, difference: 0, low: -1, high: 1, larger: undefined }

/** A trial as leads see it. `isCurrent` = all of its wordings are still in use as they were. */
export function reportOf(
  { store, id }: { readonly store: string; readonly id: string },
  { scriptId, locale, arms, margin, startedAt, author, endedAt }: StoredTrial,
  tally: TallyReport | undefined,
  isCurrent: boolean,
): Trial {
  const harmful = tally?.harmful
  return {
    id,
    store,
    scriptId,
    locale,
    state: endedAt !== undefined ? 'ended' : harmful ? 'stopped' : isCurrent ? 'running' : 'changed',
    startedAt: new Date(startedAt).toISOString(),
    author,
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt).toISOString() }),
    alpha: ALPHA,
    margin,
    arms: arms.map((arm, i) => {
      const counts = tally?.arms[i] ?? NONE
      const replied = counts.sent + counts.edited + counts.own + counts.dismissed
      const taken = replied === 0 ? {} : { taken: (counts.sent + counts.edited) / replied }
      return { name: nameOf(i), ...arm, ...counts, ...taken }
    }),
    comparisons: arms.slice(1).map((_, i) => {
      const { taken, dismissed, complaints } = tally?.compared[i] ?? {
        taken: UNKNOWN,
        dismissed: UNKNOWN,
        complaints: UNKNOWN,
      }
      return {
        arm: nameOf(i + 1),
        against: nameOf(0),
        taken: onWire(taken),
        dismissed: onWire(dismissed),
        complaints: onWire(complaints),
        decision: decisionOf(taken, margin),
      }
    }),
    ...(harmful ? { harm: { arm: nameOf(harmful.arm), by: harmful.by } } : {}),
    mismatched: tally?.isMismatched ?? false,
  }
}

function decisionOf({ low, high, larger }: DifferenceReport, margin: number): Trial['comparisons'][number]['decision'] {
  if (low >= -margin && high <= margin) return 'none'
  if (larger === undefined) return 'going_on'
  return larger === 1 ? 'arm_better' : 'against_better'
}

function onWire({ pairs, difference, low, high }: DifferenceReport) {
  return { pairs, difference, low, high }
}

/** A, B, C, D. */
const nameOf = (arm: number) => String.fromCharCode(65 + arm)
