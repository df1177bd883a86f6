import type { ShownAnswer } from '../log-event.ts'
import { printOfReply } from '../text-print.ts'
import { recountEnquiries } from './enquiries.ts'
import { addCount } from './sheet.ts'
import { type Counting, cellOf, count, dayOf } from './state.ts'
import type { Offer } from './talk.ts'
import { handTo, placeIntent } from './turns.ts'

/** Families that open a case after the sale. */
const CASES = new Set(['return_exchange', 'refund', 'quality_issue', 'complaint_dispute'])
const GAPS = { no_script: 'gapNoScript', all_blocked: 'gapBlocked', out_of_scope: 'gapOutOfScope' } as const
/** The last answer and the one before: the second of two messages may be what the first answer offered. */
const ANSWERS = 2

/** What was shown to whom, for which message, and what the guard thought of it. */
export function takeAnswer(counting: Counting, answer: ShownAnswer, at: number): void {
  const { talk } = counting
  if (answer.agent !== undefined && answer.agent !== talk.desk) {
    handTo(counting, answer.agent)
    recountEnquiries(counting)
  }
  const agent = talk.desk
  const day = dayOf(counting, at)
  if (answer.because === 'message') {
    const [top] = answer.intents
    const intent = top?.name ?? ''
    placeIntent(counting, answer.messageIds.at(-1), intent)
    const cell = cellOf(counting, day, { agent, intent })
    addCount(cell, 'messages', 1)
    if (answer.suggestions.some(({ tier }) => tier === 'answer')) addCount(cell, 'covered', 1)
    if (answer.gap !== undefined && answer.gap !== 'nothing_to_answer') addCount(cell, GAPS[answer.gap], 1)
    if (top && CASES.has(top.family)) openCase(counting, at)
  }
  const offers = answer.suggestions.map(
    ({ id, scriptId, text, warned = [] }): Offer => ({
      id,
      script: scriptId,
      print: printOfReply(text),
      warned: warned.length > 0,
    }),
  )
  for (const { script, warned } of offers) if (warned) count(counting, day, { agent, script }, 'warned')
  for (const { scriptId } of answer.blocked ?? []) count(counting, day, { agent, script: scriptId }, 'blocked')
  if ((offers.length === 0 && !answer.heldOut) || answer.quiet) return
  talk.answers.push({ offers, heldOut: answer.heldOut ?? false, isReplied: false })
  if (talk.answers.length > ANSWERS) talk.answers.shift()
}

/** Something is wrong after the sale; a case that is open goes on. */
export function openCase(counting: Counting, at: number): void {
  if (counting.talk.caseSince !== undefined) return
  counting.talk.caseSince = at
  count(counting, dayOf(counting, at), { agent: counting.talk.desk }, 'cases')
}
