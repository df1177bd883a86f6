import { matchSent } from '../match-sent.ts'
import { printOfText } from '../text-print.ts'
import { spared } from './keystrokes.ts'
import { type Counting, count, dayOf } from './state.ts'
import type { AnswerShown, How } from './talk.ts'

/**
 * Counts what a human's reply was made of, by what was on the screen; says so for the turn's clock. Undefined when there was no choice: nothing was shown, or all of it
 * had been replied to.
 */
export function takeReply(counting: Counting, text: string, agent: string, at: number): How | undefined {
  const { talk } = counting
  const day = dayOf(counting, at)
  const intent = talk.marks.findLast((mark) => mark.agent === undefined && mark.at <= at)?.intent ?? ''
  const here = { agent, intent }
  count(counting, day, here, 'replies')
  const newest = talk.answers.at(-1)
  if (!newest) return undefined
  if (newest.heldOut) return 'without'
  const match = matchIn(talk.answers, text)
  const isNew = !newest.isReplied
  if (isNew) countShown(counting, newest, agent, day)
  if (!match) {
    if (!isNew) return undefined
    count(counting, day, here, 'choices')
    return 'own'
  }
  const { answer, offer, similarity } = match
  if (!answer.isReplied) countShown(counting, answer, agent, day)
  const isEdited = similarity < 1
  count(counting, day, here, 'choices')
  count(counting, day, here, isEdited ? 'edited' : 'sent')
  if (!isEdited) {
    count(counting, day, here, 'lintKnown')
    if (!offer.warned) count(counting, day, here, 'lintClean')
  }
  const script = { agent, script: offer.script }
  const { keys, ms } = spared(text, similarity)
  count(counting, day, script, 'used')
  if (isEdited) count(counting, day, script, 'usedEdited')
  count(counting, day, script, 'fidelityMille', Math.round(similarity * 1_000))
  count(counting, day, script, 'keysSpared', keys)
  count(counting, day, script, 'modelMsSpared', ms)
  return 'used'
}

function matchIn(answers: readonly AnswerShown[], text: string) {
  const sent = printOfText(text)
  // the newest first: of equals the one that was in front of the agent
  const shown = answers.filter(({ heldOut }) => !heldOut).reverse()
  const match = matchSent(
    sent,
    shown.flatMap(({ offers }) => offers),
  )
  if (match.how === 'own') return undefined
  const answer = shown.find(({ offers }) => offers.some(({ id }) => id === match.id))!
  const offer = answer.offers.find(({ id }) => id === match.id)!
  return { answer, offer, similarity: match.similarity }
}

function countShown(counting: Counting, answer: AnswerShown, agent: string, day: string): void {
  answer.isReplied = true
  for (const { script } of answer.offers) count(counting, day, { agent, script }, 'shown')
}
