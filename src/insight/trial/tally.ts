import { createDifference, type Difference, type DifferenceReport, type SavedDifference } from './difference.ts'
import { EVEN, type SavedMismatch, withConversation } from './mismatch.ts'

/** What became of one wording, in conversations: each counts once, by what was done with it first. */
export interface ArmCounts {
  readonly shown: number
  readonly sent: number
  readonly edited: number
  /** Another reply was sent. */
  readonly own: number
  readonly dismissed: number
  /** Of those shown long enough ago: how many the shopper complained in, and how many led to a paid order. */
  readonly settled: number
  readonly complaints: number
  readonly paid: number
}

/** Against the first wording: how often it is taken, and what speaks against it. */
export interface Compared {
  readonly taken: DifferenceReport
  readonly dismissed: DifferenceReport
  readonly complaints: DifferenceReport
}

export interface TallyReport {
  readonly arms: readonly ArmCounts[]
  /** One for each wording but the first. */
  readonly compared: readonly Compared[]
  readonly isMismatched: boolean
  /** A wording that does harm, surely: the trial is over. */
  readonly harmful: { readonly arm: number; readonly by: 'dismissed' | 'complaints' } | undefined
}

export interface SavedTally {
  readonly arms: readonly ArmCounts[]
  readonly compared: readonly { readonly [K in keyof Compared]: SavedDifference }[]
  readonly mismatch: SavedMismatch
  readonly harmful?: TallyReport['harmful']
}

/** What a conversation's first reply after a wording was shown says of it. */
export type Outcome = 'sent' | 'edited' | 'own' | 'dismissed'

/** The counts of one trial and what can be said of them. */
export interface Tally {
  shown(arm: number): void
  decided(arm: number, outcome: Outcome): void
  settled(arm: number, happened: { readonly complaint: boolean; readonly paid: boolean }): void
  report(): TallyReport
  saved(): SavedTally
}

/** The chance that something is found where there is nothing, over the whole life of a trial: of the comparison, and of all its guard rails together. */
export const ALPHA = 0.05
const NONE: ArmCounts = { shown: 0, sent: 0, edited: 0, own: 0, dismissed: 0, settled: 0, complaints: 0, paid: 0 }

export function createTally(of: number, saved?: SavedTally): Tally {
  const others = of - 1
  // Bonferroni: each wording is compared with the first, and has two guard rails
  const levels = { taken: ALPHA / others, dismissed: ALPHA / (2 * others), complaints: ALPHA / (2 * others) }
  const arms: ArmCounts[] = saved ? [...saved.arms] : Array.from({ length: of }, () => NONE)
  const compared = Array.from({ length: others }, (_, i) => {
    const before = saved?.compared[i]
    return {
      taken: createDifference(levels.taken, before?.taken),
      dismissed: createDifference(levels.dismissed, before?.dismissed),
      complaints: createDifference(levels.complaints, before?.complaints),
    }
  })
  let mismatch = saved?.mismatch ?? EVEN
  let harmful = saved?.harmful

  const count = (arm: number, ...names: readonly (keyof ArmCounts)[]) => {
    const next = { ...arms[arm]! } as Record<keyof ArmCounts, number>
    for (const name of names) next[name] += 1
    arms[arm] = next
  }
  /** The first wording stands on one side of every comparison. */
  function tell(arm: number, what: keyof Compared, outcome: boolean): void {
    for (const [i, one] of compared.entries()) {
      if (arm === 0) one[what].add(0, outcome)
      else if (i === arm - 1) one[what].add(1, outcome)
    }
  }
  function watch(by: 'dismissed' | 'complaints'): void {
    if (harmful) return
    for (const [i, one] of compared.entries()) {
      const { larger } = one[by].report()
      if (larger !== undefined) harmful = { arm: larger === 0 ? 0 : i + 1, by }
    }
  }

  return {
    shown(arm) {
      mismatch = withConversation(
        mismatch,
        arms.map(({ shown }) => shown),
        arm,
      )
      count(arm, 'shown')
    },
    decided(arm, outcome) {
      count(arm, outcome)
      tell(arm, 'taken', outcome === 'sent' || outcome === 'edited')
      tell(arm, 'dismissed', outcome === 'dismissed')
      watch('dismissed')
    },
    settled(arm, { complaint, paid }) {
      count(arm, 'settled', ...(complaint ? (['complaints'] as const) : []), ...(paid ? (['paid'] as const) : []))
      tell(arm, 'complaints', complaint)
      watch('complaints')
    },
    report: () => ({
      arms: [...arms],
      compared: compared.map((one) => reportOf(one)),
      isMismatched: mismatch.isFound,
      harmful,
    }),
    saved: () => ({
      arms: [...arms],
      compared: compared.map(({ taken, dismissed, complaints }) => ({
        taken: taken.saved(),
        dismissed: dismissed.saved(),
        complaints: complaints.saved(),
      })),
      mismatch,
      ...(harmful ? { harmful } : {}),
    }),
  }
}

function reportOf({ taken, dismissed, complaints }: { readonly [K in keyof Compared]: Difference }): Compared {
  return { taken: taken.report(), dismissed: dismissed.report(), complaints: complaints.report() }
}
