import { matchSent } from '../match-sent.ts'
import { printOfReply } from '../text-print.ts'
import { spared } from './keystrokes.ts'
import { addCount, type Cell } from './sheet.ts'
import { type Counting, cellOf, count, dayOf } from './state.ts'
import type { AnswerShown, How } from './talk.ts'

/**
 * Counts what a human's reply was made of, by what was on the screen; says so for the turn's clock. Undefined when there was no choice: nothing was shown, or all of it
 * had been replied to.
 */
export function takeReply(counting: Counting, text: string, agent: string, at: number): How | undefined {
  const { talk } = counting
  const day = dayOf(counting, at)
  const intent = talk.marks.findLast((mark) => mark.agent === undefined && mark.at <= at)?.intent ?? ''
  const cell = cellOf(counting, day, { agent, intent })
  addCount(cell, 'replies', 1)
  const newest = talk.answers.at(-1)
  if (!newest) return undefined
  if (newest.heldOut) return 'without'
  const match = matchIn(talk.answers, text)
  const isNew = !newest.isReplied
  if (isNew) countShown(counting, newest, agent, day)
  if (!match && !isNew) return undefined
  addCount(cell, 'choices', 1)
  if (!match) return 'own'
  const { answer, offer, similarity } = match
  if (!answer.isReplied) countShown(counting, answer, agent, day)
  addCount(cell, similarity < 1 ? 'edited' : 'sent', 1)
  if (similarity === 1) {
    addCount(cell, 'lintKnown', 1)
    if (!offer.warned) addCount(cell, 'lintClean', 1)
  }
  countUse(cellOf(counting, day, { agent, script: offer.script }), text, similarity)
  return 'used'
}

function countUse(script: Cell, text: string, similarity: number): void {
  const { keys, ms } = spared(text, similarity)
  addCount(script, 'used', 1)
  if (similarity < 1) addCount(script, 'usedEdited', 1)
  addCount(script, 'fidelityMille', Math.round(similarity * 1_000))
  addCount(script, 'keysSpared', keys)
  addCount(script, 'modelMsSpared', ms)
}

function matchIn(answers: readonly AnswerShown[], text: string) {
  const sent = printOfReply(text)
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
