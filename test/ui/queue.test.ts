import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY, type HeardAt, panelState } from '../../src/ui/panel-state.ts'
import { queueOf } from '../../src/ui/queue.ts'
import { ready } from './answers.ts'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const iso = (at: number) => new Date(at).toISOString()

/** Conversations that are due in so many seconds; undefined waits for nobody. */
function stateOf(dues: readonly (number | undefined)[]) {
  let state = EMPTY
  const hear = (frame: Extract<HeardAt, { kind: 'frame' }>['frame']) => {
    state = panelState(state, { kind: 'frame', frame, at: NOW })
  }
  dues.forEach((due, index) => {
    const conversationId = `c${index}`
    state = panelState(state, { kind: 'open', ref: { conversationId }, id: conversationId })
    hear({ type: 'conversation.opened', conversationId, re: conversationId, seq: 0, state: ready('x', 't').state })
    const waits = due === undefined ? {} : { waitingSince: iso(NOW), dueAt: iso(NOW + due * 1_000) }
    hear({ type: 'conversation.status', conversationId, seq: 1, mood: 'calm', intent: '', openQuestions: 0, ...waits })
  })
  return state
}
const names = (dues: readonly (number | undefined)[], now: number) =>
  queueOf(stateOf(dues), now).map(({ talk }) => talk.ref.conversationId)

test('least time left first; who waits for nobody last, as they came', () => {
  expect(names([undefined, 90, -5, undefined, 30], NOW)).toEqual(['c2', 'c4', 'c1', 'c0', 'c3'])
})

test('nothing changes places while time passes', () => {
  const dues = fc.array(fc.option(fc.integer({ min: -300, max: 300 }), { nil: undefined }), { maxLength: 8 })
  fc.assert(
    fc.property(dues, fc.nat(600_000), (all, later) => {
      expect(names(all, NOW + later)).toEqual(names(all, NOW))
    }),
  )
})
