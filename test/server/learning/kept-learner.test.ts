import { expect, test } from 'vitest'
import { createLearner } from '../../../src/insight/index.ts'
import { isForgotten } from '../../../src/server/learning/forgotten.ts'
import { keepLearner, LEARNING_FOLD, openLearner } from '../../../src/server/learning/kept-learner.ts'
import { createLog } from '../../insight/learn/log.ts'

const deps = { said: () => undefined }
const log = createLog()
log.message('talk-of-wang', 'shopper', '邮费多少')
log.answer('talk-of-wang', [{ scriptId: 'a' }, { scriptId: 'b' }])
log.message('talk-of-wang', 'agent', 'b的话', 'li')
log.message('talk-of-wang', 'agent', '周末我们也都在的', 'li')
const learner = createLearner(deps)
for (const event of log.events) learner.add(event)

test('a learner that was saved is the same again', async () => {
  const body = JSON.parse(JSON.stringify(await keepLearner(learner, [])))
  expect(openLearner(body, [], deps)!.state).toEqual(learner.state)
})

test('one that was folded from what is forgotten by now is not used', async () => {
  const body = await keepLearner(learner, [])
  expect(openLearner(body, [{ after: 1, upTo: 3 }], deps)).toBeUndefined()
})

test('of records that are gone no text and no conversation is left in what was saved, and counts stay', async () => {
  const body = await keepLearner(learner, [])
  const isGone = (n: number) => log.events.some((event) => event.n === n)
  const kept = LEARNING_FOLD.forget({ stores: { small: body } }, isGone).stores.small!
  const text = JSON.stringify(kept)
  expect(JSON.stringify(body)).toContain('talk-of-wang')
  expect(text).not.toContain('talk-of-wang')
  expect(text).not.toContain('周末')
  expect(openLearner(kept, [], deps)!.figures()).toEqual(learner.figures())
})

test('a stretch that is forgotten ends where it says, behind a place or from a time on', () => {
  const at = (n: number, ms = 0) => ({ n, at: ms })
  const behind = [{ after: 3, upTo: 6 }]
  expect([3, 4, 6, 7].map((n) => isForgotten(at(n), behind))).toEqual([false, true, true, false])
  const since = [{ since: 100, upTo: 6 }]
  expect([at(1, 99), at(2, 100), at(7, 200)].map((event) => isForgotten(event, since))).toEqual([false, true, false])
  expect(isForgotten(at(5), [])).toBe(false)
})
