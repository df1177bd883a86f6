import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTalks } from '../../src/sdk/talks.ts'
import type { ServerFrame } from '../../src/sdk/wire.ts'

const open = (fields: object = {}) => ({ type: 'conversation.open' as const, conversationId: 'c1', ...fields })
const numbered = (type: string, seq: number, fields: object = {}) =>
  ({ type, conversationId: 'c1', seq, ...fields }) as unknown as ServerFrame

describe('how far a client has heard', () => {
  test('whatever is repeated, replayed or comes late: each number is told once per kind, and answers only forward', () => {
    const heard = fc.record({
      type: fc.constantFrom('suggestions.ready', 'suggestions.stale', 'nudge.ready', 'conversation.status'),
      seq: fc.integer({ min: 0, max: 12 }),
      epoch: fc.constantFrom('e1', 'e1', 'e1', 'e2'),
    })
    fc.assert(
      fc.property(fc.array(heard, { maxLength: 40 }), (frames) => {
        const talks = createTalks()
        talks.said(open())
        let epoch = ''
        let answers: number[] = []
        let told = new Set<string>()
        for (const { type, seq, epoch: numbering } of frames) {
          if (numbering !== epoch) {
            // another numbering begins anew
            answers = []
            told = new Set()
            epoch = numbering
          }
          if (!talks.isNews(numbered(type, seq), numbering)) continue
          expect(told.has(`${type} ${seq}`)).toBe(false)
          told.add(`${type} ${seq}`)
          if (type.startsWith('suggestions')) {
            expect(answers.every((one) => one < seq)).toBe(true)
            answers.push(seq)
          }
        }
      }),
    )
  })

  test('a status that is older than the answer is news all the same', () => {
    const talks = createTalks()
    talks.said(open())
    expect(talks.isNews(numbered('suggestions.ready', 7, { snapshot: true }), 'e')).toBe(true)
    expect(talks.isNews(numbered('conversation.status', 3, { snapshot: true }), 'e')).toBe(true)
    expect(talks.isNews(numbered('conversation.status', 3, { snapshot: true }), 'e')).toBe(false)
  })

  test('who opens a talk again is told how it stands', () => {
    const talks = createTalks()
    talks.said(open())
    expect(talks.isNews(numbered('suggestions.ready', 1), 'e')).toBe(true)
    talks.said(open())
    expect(talks.isNews(numbered('suggestions.ready', 1, { snapshot: true }), 'e')).toBe(true)
  })

  test('who looks on looks on again after a loss', () => {
    const talks = createTalks()
    talks.said(open({ store: 's', channel: 'c', watch: true }))
    talks.isNews(numbered('suggestions.ready', 4), 'e')
    const { resume, open: again } = talks.takeUp()
    expect(resume).toEqual({})
    expect(again).toMatchObject([{ watch: true }])
  })

  test('after a loss it asks for what can be named and opens the rest, closed talks neither', () => {
    const talks = createTalks()
    for (const [conversationId, where] of [
      ['full', { store: 's', channel: 'c' }],
      ['bare', {}],
      ['half', { channel: 'c' }],
      ['unheard', { store: 's', channel: 'c' }],
      ['closed', {}],
    ] as const) {
      talks.said(open({ conversationId, ...where }))
      if (conversationId !== 'unheard') talks.isNews(numbered('suggestions.ready', 4, { conversationId }), 'e')
    }
    talks.said({ type: 'conversation.close', conversationId: 'closed' })
    const { resume, open: again } = talks.takeUp()
    expect(resume).toEqual({ 's/c/full': { epoch: 'e', seq: 4 }, bare: { epoch: 'e', seq: 4 } })
    expect(again.map(({ conversationId }) => conversationId)).toEqual(['half', 'unheard'])
  })
})
