import type { Intent } from '../../protocol/index.ts'
import type { LabelledRow } from './read-rows.ts'

/** A labelled message and what was read in it, the likeliest first. */
export interface Reading {
  readonly row: LabelledRow
  readonly intents: readonly Pick<Intent, 'family' | 'confidence'>[]
  readonly abstained: boolean
}

export interface FamilyFigures {
  readonly family: string
  readonly count: number
  readonly precision: number | undefined
  readonly recall: number
}

/** As `huashu eval` measures: shares 0..1; `strict` = the likeliest family is the label, `lenient` = or one that is also right. */
export interface Measured {
  readonly count: number
  readonly strict: number
  readonly lenient: number
  readonly top3: number
  readonly abstained: number
  /** Expected calibration error (Guo et al. 2017) against `lenient`. */
  readonly ece: number
  readonly families: readonly FamilyFigures[]
  readonly confusions: readonly { readonly from: string; readonly to: string; readonly times: number }[]
  /** Of equal ranges of confidence that hold anything: its mean, and the share that was right. */
  readonly bins: readonly { readonly confidence: number; readonly accuracy: number; readonly count: number }[]
}

const BINS = 10
const NOTHING = '–'

export function measure(readings: readonly Reading[]): Measured {
  const count = readings.length
  const outcomes = readings.map(({ row, intents, abstained }) => {
    const families = [...new Set(intents.map(({ family }) => family))]
    const read = families[0] ?? NOTHING
    return {
      expected: row.right[0]!,
      read,
      confidence: intents[0]?.confidence ?? 0,
      strict: read === row.right[0],
      lenient: row.right.includes(read),
      top3: families.slice(0, 3).some((family) => row.right.includes(family)),
      abstained,
    }
  })
  type Outcome = (typeof outcomes)[number]
  const share = (holds: (outcome: Outcome) => boolean) => (count === 0 ? 0 : outcomes.filter(holds).length / count)

  const families = [...Map.groupBy(outcomes, ({ expected }) => expected)]
    .map(([family, own]) => {
      const readAs = outcomes.filter(({ read }) => read === family)
      return {
        family,
        count: own.length,
        recall: own.filter(({ lenient }) => lenient).length / own.length,
        precision: readAs.length === 0 ? undefined : readAs.filter(({ lenient }) => lenient).length / readAs.length,
      }
    })
    .sort((a, b) => b.count - a.count || (a.family < b.family ? -1 : 1))

  const wrong = Map.groupBy(
    outcomes.filter(({ lenient }) => !lenient),
    ({ expected, read }) => JSON.stringify([expected, read]),
  )
  const confusions = [...wrong]
    .map(([pair, those]) => {
      const [from, to] = JSON.parse(pair) as [string, string]
      return { from, to, times: those.length }
    })
    .sort((a, b) => b.times - a.times)

  const ranges = Map.groupBy(outcomes, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)))
  const bins = [...ranges]
    .sort(([a], [b]) => a - b)
    .map(([, those]) => ({
      confidence: those.reduce((sum, { confidence }) => sum + confidence, 0) / those.length,
      accuracy: those.filter(({ lenient }) => lenient).length / those.length,
      count: those.length,
    }))
  const distance = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy), 0)

  return {
    count,
    strict: share(({ strict }) => strict),
    lenient: share(({ lenient }) => lenient),
    top3: share(({ top3 }) => top3),
    abstained: share(({ abstained }) => abstained),
    ece: count === 0 ? 0 : distance / count,
    families,
    confusions,
    bins,
  }
}
