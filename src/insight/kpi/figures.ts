import type { KpiFigures } from '../../protocol/index.ts'
import { addHistogram, countOf, countWithin, emptyHistogram, type Histogram, meanOf, quantileOf } from './histogram.ts'
import type { Cell } from './sheet.ts'

const THREE_MINUTES_SEC = 180
const NO_TIMES: Histogram = emptyHistogram()

/** What cells add up to. `inTime` = turns answered within the limit of their channel. */
export interface Tally extends Pick<Cell, 'counts' | 'times'> {
  readonly inTime: number
}

/** The figures of a tally, money in `currency`. Every formula of docs/kpis.md stands here once. */
export function figuresOf({ counts, times, inTime }: Tally, currency: string): KpiFigures {
  const n = (name: keyof Cell['counts']) => counts[name] ?? 0
  const time = (name: keyof Cell['times']) => times[name] ?? NO_TIMES
  const money = (fen: number) => ({ amount: (fen / 100).toFixed(2), currency })
  const { used, own, without } = { used: time('used'), own: time('own'), without: time('without') }
  const withSuggestions = sumOf(used, own)
  return defined({
    enquiries: some(n('enquiries')),
    answered: some(n('answered')),
    answerRate: share(n('answered'), n('enquiries')),
    firstResponseMeanMs: rounded(meanOf(time('first'))),
    firstResponseMedianMs: rounded(quantileOf(time('first'), 0.5)),
    turns: some(n('turns')),
    responseMeanMs: rounded(meanOf(time('response'))),
    responseMedianMs: rounded(quantileOf(time('response'), 0.5)),
    responseP90Ms: rounded(quantileOf(time('response'), 0.9)),
    inTimeRate: share(inTime, n('turns')),
    threeMinuteRate: share(countWithin(time('response'), THREE_MINUTES_SEC), n('turns')),
    ratings: some(n('ratings')),
    satisfaction: share(n('satisfied'), n('ratings')),
    conversionOrderedSameDay: share(n('orderedSameDay'), n('enquiries')),
    conversionPaidSameDay: share(n('paidSameDay'), n('enquiries')),
    conversionOrdered: share(n('orderedInWindow'), n('enquiries')),
    conversionPaid: share(n('paidInWindow'), n('enquiries')),
    reminded: some(n('reminded')),
    unpaidRecovered: share(n('recovered'), n('reminded')),
    orders: some(n('orders')),
    silentOrderShare: share(n('silentOrders'), n('orders')),
    paidOrders: some(n('paidOrders')),
    pieces: some(n('pieces')),
    sales: n('paidOrders') > 0 ? money(n('salesFen')) : undefined,
    averageOrderValue: n('paidOrders') > 0 ? money(n('salesFen') / n('paidOrders')) : undefined,
    bonusPieces: some(n('pieces') - n('returnedPieces')),
    bonusBase: n('paidOrders') + n('returnedOrders') > 0 ? money(n('salesFen') - n('returnedFen')) : undefined,
    messages: some(n('messages')),
    coverage: share(n('covered'), n('messages')),
    gapNoScript: some(n('gapNoScript')),
    gapBlocked: some(n('gapBlocked')),
    gapOutOfScope: some(n('gapOutOfScope')),
    replies: some(n('replies')),
    acceptance: share(n('sent') + n('edited'), n('choices')),
    acceptanceUnchanged: share(n('sent'), n('choices')),
    acceptanceEdited: share(n('edited'), n('choices')),
    ownReplies: share(n('choices') - n('sent') - n('edited'), n('choices')),
    shown: some(n('shown')),
    used: some(n('used')),
    useRate: share(n('used'), n('shown')),
    dismissed: some(n('dismissed')),
    reported: some(n('reported')),
    fidelity: quotient(n('fidelityMille') / 1_000, n('used')),
    timeSavedMeanMs: difference(meanOf(own), meanOf(used)),
    timeSavedMedianMs: difference(quantileOf(own, 0.5), quantileOf(used, 0.5)),
    withoutMedianMs: rounded(quantileOf(without, 0.5)),
    heldOutSavedMedianMs: difference(quantileOf(without, 0.5), quantileOf(withSuggestions, 0.5)),
    keystrokesSaved: quotient(n('keysSpared'), n('used')),
    modelSavedMs: rounded(quotient(n('modelMsSpared'), n('used'))),
    guardWarned: some(n('warned')),
    guardBlocked: some(n('blocked')),
    replyLintScore: share(n('lintClean'), n('lintKnown')),
    cases: some(n('cases')),
    solveMeanMs: rounded(meanOf(time('solve'))),
    solveMedianMs: rounded(quantileOf(time('solve'), 0.5)),
    promises: some(n('promises')),
    promiseKept: share(n('kept'), n('promises')),
  })
}

/** How many turns of a cell were answered within so many whole seconds. */
export function inTimeOf({ times }: Pick<Cell, 'times'>, limitSec: number): number {
  return times.response ? countWithin(times.response, limitSec) : 0
}

function sumOf(a: Histogram, b: Histogram): Histogram {
  const sum = emptyHistogram()
  addHistogram(sum, a)
  addHistogram(sum, b)
  return countOf(sum) === 0 ? NO_TIMES : sum
}

/** A count of 0 is absent: by script there are no enquiries, and that is not the same as none came. */
const some = (count: number) => (count === 0 ? undefined : count)
const quotient = (part: number, whole: number) => (whole === 0 ? undefined : part / whole)
/** A script may be used more often than it was shown anew: twice from one answer. */
const share = (part: number, whole: number) => (whole === 0 ? undefined : Math.min(1, part / whole))
const rounded = (value: number | undefined) => (value === undefined ? undefined : Math.round(value))
const difference = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined ? undefined : Math.round(from - to)

function defined(figures: { readonly [F in keyof KpiFigures]: KpiFigures[F] | undefined }): KpiFigures {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
}
