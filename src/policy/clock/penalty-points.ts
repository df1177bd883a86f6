import type { ReplyClock } from './reply-clock.ts'

/**
 * The violation points of a month by the table (playbook 6.2): the points of the row whose range holds the number of enquiries and whose band [from, below) the answer rate; 0
 * when no row does. Of several rows the dearest counts, for one low rate is one offence.
 */
export function penaltyPoints(penalties: ReplyClock['penalties'], enquiries: number, answerRate: number): number {
  return penalties.reduce((most, { range: [least, greatest], from, below, points }) => {
    const isMeant =
      enquiries >= least && (greatest === null || enquiries <= greatest) && answerRate >= from && answerRate < below
    return isMeant ? Math.max(most, points) : most
  }, 0)
}
