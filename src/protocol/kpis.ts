import { z } from 'zod'
import { Id, Money, Timestamp } from './atoms.ts'

/** Words for people, in each of their languages. */
const InEach = z.object({ zh: z.string(), en: z.string(), ko: z.string() })
const Count = z.int().optional()
const Share = z.number().min(0).max(1).optional()
const Ms = z.number().optional()

/**
 * The figures of one row; docs/kpis.md defines each. A figure whose denominator is 0, or that has no meaning by what is asked, is absent. Shares 0..1, times in
 * milliseconds.
 */
export const KpiFigures = z
  .object({
    enquiries: Count,
    answered: Count,
    answerRate: Share,
    firstResponseMeanMs: Ms,
    firstResponseMedianMs: Ms,
    turns: Count,
    responseMeanMs: Ms,
    responseMedianMs: Ms,
    responseP90Ms: Ms,
    inTimeRate: Share,
    threeMinuteRate: Share,
    ratings: Count,
    satisfaction: Share,
    conversionOrderedSameDay: Share,
    conversionPaidSameDay: Share,
    conversionOrdered: Share,
    conversionPaid: Share,
    reminded: Count,
    unpaidRecovered: Share,
    orders: Count,
    silentOrderShare: Share,
    paidOrders: Count,
    pieces: Count,
    sales: Money.optional(),
    averageOrderValue: Money.optional(),
    bonusPieces: Count,
    bonusBase: Money.optional(),
    messages: Count,
    coverage: Share,
    gapNoScript: Count,
    gapBlocked: Count,
    gapOutOfScope: Count,
    replies: Count,
    acceptance: Share,
    acceptanceUnchanged: Share,
    acceptanceEdited: Share,
    ownReplies: Share,
    shown: Count,
    used: Count,
    useRate: Share,
    dismissed: Count,
    reported: Count,
    fidelity: Share,
    timeSavedMeanMs: Ms,
    timeSavedMedianMs: Ms,
    withoutMedianMs: Ms,
    heldOutSavedMedianMs: Ms,
    keystrokesSaved: z.number().optional(),
    modelSavedMs: Ms,
    guardWarned: Count,
    guardBlocked: Count,
    replyLintScore: Share,
    cases: Count,
    solveMeanMs: Ms,
    solveMedianMs: Ms,
    promises: Count,
    promiseKept: Share,
  })
  .meta({ id: 'KpiFigures' })
export type KpiFigures = z.infer<typeof KpiFigures>

/** By what the figures are parted. */
export const KpiBy = z.enum(['agent', 'day', 'channel', 'script', 'intent']).meta({ id: 'KpiBy' })
export type KpiBy = z.infer<typeof KpiBy>

/** Whole days of the store's calendar, both included; at most 400. Absent: the last seven, today included. */
export const KpisQuery = z.object({
  store: Id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  by: KpiBy.optional(),
  agent: Id.optional(),
  channel: z.string().min(1).max(40).optional(),
  format: z.enum(['json', 'csv']).optional(),
})
export type KpisQuery = z.infer<typeof KpisQuery>

/** One row; `key` is the agent's id, the day, the channel, the script or the intent, '' = an agent nobody named. */
export const KpiRow = z.object({ key: z.string(), figures: KpiFigures }).meta({ id: 'KpiRow' })
export type KpiRow = z.infer<typeof KpiRow>

/**
 * How the running month of a channel will end at the present rate, by its platform clock. `points` are the violation points then, `pointsNow` those of what has been counted
 * so far; `alert`: `near` = the answer rate is within five percentage points of the limit, `below` = under it. `satisfaction` is absent while too few have rated.
 */
export const KpiMonth = z
  .object({
    month: z.string(),
    channel: z.string(),
    clock: z.object({ id: z.string(), source: InEach, date: z.string(), verified: z.boolean() }),
    enquiries: z.int(),
    answerRate: Share,
    answerRateMin: Share,
    expectedEnquiries: z.int(),
    pointsNow: z.int(),
    points: z.int(),
    alert: z.enum(['none', 'near', 'below']),
    responseMeanMs: Ms,
    responseMeanMaxMs: Ms,
    satisfaction: Share,
    satisfactionMin: Share,
  })
  .meta({ id: 'KpiMonth' })
export type KpiMonth = z.infer<typeof KpiMonth>

/** So many turns were answered within so many seconds, and in no shorter band; without `withinSec` = later than all of them. */
export const KpiBand = z.object({ withinSec: z.int().optional(), turns: z.int() }).meta({ id: 'KpiBand' })

/** `countedTo` = arrival of the newest record that is counted; absent = none yet. `responseTimes` are those of the whole, from quick to slow. `months` is only for roles lead and admin. */
export const KpisResult = z
  .object({
    store: Id,
    timezone: z.string(),
    from: z.string(),
    to: z.string(),
    by: KpiBy,
    countedTo: Timestamp.optional(),
    rows: z.array(KpiRow),
    total: KpiFigures,
    responseTimes: z.array(KpiBand),
    months: z.array(KpiMonth).optional(),
  })
  .meta({ id: 'KpisResult' })
export type KpisResult = z.infer<typeof KpisResult>
