import { localTime, penaltyPoints, type ReplyClock, sayInEach } from '../../policy/index.ts'
import type { KpiMonth } from '../../protocol/index.ts'
import { addHistogram, emptyHistogram, meanOf } from './histogram.ts'
import { isWhole } from './rollup.ts'
import { cellsOf, type Sheet } from './sheet.ts'

/** From how near to the limit on the answer rate is worth an alert (playbook 6.2). */
const NEAR = 0.05
/** A rate such as .75 beside .7 is near, whatever binary fractions make of it. */
const EPSILON = 1e-9
const DAY_MINUTES = 1_440

/**
 * How the running month ends at the present rate: as many enquiries a day as so far, answered at the rate so far. `sheets` are the rollups of the month's days, `now` (epoch ms) says how much of the
 * month has gone, on the store's clock.
 */
export function monthEnd(
  sheets: Iterable<Sheet>,
  { channel, clock, now, timezone }: { channel: string; clock: ReplyClock; now: number; timezone: string },
): KpiMonth {
  const { day, minutes } = localTime(now, timezone)
  let enquiries = 0
  let answered = 0
  let ratings = 0
  let satisfied = 0
  const response = emptyHistogram()
  for (const sheet of sheets) {
    if (sheet.day.slice(0, 7) !== day.slice(0, 7)) continue
    for (const cell of cellsOf(sheet)) {
      if (cell.channel !== channel || !isWhole(cell)) continue
      const { counts, times } = cell
      enquiries += counts.enquiries ?? 0
      answered += counts.answered ?? 0
      ratings += counts.ratings ?? 0
      satisfied += counts.satisfied ?? 0
      if (times.response) addHistogram(response, times.response)
    }
  }
  const gone = (Number(day.slice(8)) - 1 + minutes / DAY_MINUTES) / daysOf(day)
  const expectedEnquiries = gone === 0 ? enquiries : Math.round(enquiries / gone)
  const answerRate = enquiries === 0 ? undefined : answered / enquiries
  const points = (of: number) => (answerRate === undefined ? 0 : penaltyPoints(clock.penalties, of, answerRate))
  const { id, source, date, verified, answerRateMin, avgMonthSec, csatMin, csatMinRatings = 0 } = clock
  const mean = meanOf(response)
  return {
    month: day.slice(0, 7),
    channel,
    clock: { id, source: sayInEach(source), date, verified },
    enquiries,
    expectedEnquiries,
    pointsNow: points(enquiries),
    points: points(expectedEnquiries),
    alert: alertOf(answerRate, answerRateMin),
    ...(answerRate === undefined ? {} : { answerRate }),
    ...(answerRateMin === undefined ? {} : { answerRateMin }),
    ...(mean === undefined ? {} : { responseMeanMs: Math.round(mean) }),
    ...(avgMonthSec === undefined ? {} : { responseMeanMaxMs: avgMonthSec * 1_000 }),
    ...(ratings > csatMinRatings ? { satisfaction: satisfied / ratings } : {}),
    ...(csatMin === undefined ? {} : { satisfactionMin: csatMin }),
  }
}

function alertOf(rate: number | undefined, limit: number | undefined): KpiMonth['alert'] {
  if (rate === undefined || limit === undefined) return 'none'
  if (rate < limit) return 'below'
  return rate - limit <= NEAR + EPSILON ? 'near' : 'none'
}

function daysOf(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
}
