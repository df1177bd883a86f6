import { daysBetween } from './days-between.ts'
import { addCount, addTimeTo } from './sheet.ts'
import { type Counting, cellOf, dayOf } from './state.ts'
import { type Enquiry, type EnquiryStanding, humanFrom } from './talk.ts'

/** Days of one conversation that are held at a time. */
const HELD = 40

/** The shopper wrote: an enquiry of that day, unless there is one. */
export function enquire(counting: Counting, at: number): void {
  const { talk } = counting
  const day = dayOf(counting, at)
  const known = talk.enquiries.find((enquiry) => enquiry.day === day)
  if (!known) {
    talk.enquiries.push({ day, first: at, by: humanFrom(talk, at) })
    if (talk.enquiries.length > HELD) talk.enquiries.shift()
  } else if (at < known.first) {
    known.first = at
    known.by = humanFrom(talk, at) ?? known.by
  }
  recountEnquiries(counting)
}

/** A human wrote: the reply to every enquiry before that has none, or a later one. */
export function reply(counting: Counting, at: number, agent: string): void {
  for (const enquiry of counting.talk.enquiries)
    if (at >= enquiry.first && (enquiry.by === undefined || at < enquiry.by.at)) enquiry.by = { at, agent }
  recountEnquiries(counting)
}

/** Counts what the enquiries have come to in place of what was counted before. */
export function recountEnquiries(counting: Counting): void {
  for (const enquiry of counting.talk.enquiries) {
    const now = standingOf(counting, enquiry)
    if (enquiry.counted && isSame(enquiry.counted, now)) continue
    if (enquiry.counted) countStanding(counting, enquiry.day, enquiry.counted, -1)
    countStanding(counting, enquiry.day, now, 1)
    enquiry.counted = now
  }
}

function standingOf(counting: Counting, { day, first, by }: Enquiry): EnquiryStanding {
  const { talk, settings } = counting
  const after = (time: number | undefined) => time !== undefined && time >= first
  let orderedSameDay = false
  let paidSameDay = false
  let orderedInWindow = false
  let paidInWindow = false
  for (const { created, paid } of talk.orders) {
    const ordered = created ?? paid
    if (!after(ordered)) continue
    const days = daysBetween(day, dayOf(counting, ordered!))
    if (days >= settings.conversionDays) continue
    orderedInWindow = true
    orderedSameDay ||= days === 0
    if (!after(paid)) continue
    const paidDays = daysBetween(day, dayOf(counting, paid!))
    paidSameDay ||= paidDays === 0
    paidInWindow ||= paidDays < settings.conversionDays
  }
  return {
    agent: by?.agent ?? talk.desk,
    firstMs: by && by.at - first,
    orderedSameDay,
    paidSameDay,
    orderedInWindow,
    paidInWindow,
  }
}

function isSame(a: EnquiryStanding, b: EnquiryStanding): boolean {
  return (
    a.agent === b.agent &&
    a.firstMs === b.firstMs &&
    a.orderedSameDay === b.orderedSameDay &&
    a.paidSameDay === b.paidSameDay &&
    a.orderedInWindow === b.orderedInWindow &&
    a.paidInWindow === b.paidInWindow
  )
}

function countStanding(counting: Counting, day: string, standing: EnquiryStanding, times: 1 | -1): void {
  const cell = cellOf(counting, day, { agent: standing.agent })
  addCount(cell, 'enquiries', times)
  if (standing.firstMs !== undefined) {
    addCount(cell, 'answered', times)
    addTimeTo(cell, 'first', standing.firstMs, times)
  }
  for (const what of ['orderedSameDay', 'paidSameDay', 'orderedInWindow', 'paidInWindow'] as const)
    if (standing[what]) addCount(cell, what, times)
}
