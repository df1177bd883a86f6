import { describe, expect, test } from 'vitest'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { type Act, EMPTY, type HeardAt, type PanelState, panelState } from '../../src/ui/panel-state.ts'
import { answer, ready } from './answers.ts'

const A = { channel: 'web', conversationId: 'a' }
const heard = (frame: ServerFrame): HeardAt => ({ kind: 'frame', frame, at: 1_000 })
const opened = (conversationId: string, re: string) =>
  heard({ type: 'conversation.opened', conversationId, re, seq: 0, state: ready(conversationId, 't').state })
const stateAfter = (...steps: (HeardAt | Act)[]): PanelState => steps.reduce(panelState, EMPTY)
const talkA = (...steps: (HeardAt | Act)[]) =>
  stateAfter(
    { kind: 'open', ref: A, id: 'o1' },
    opened('a', 'o1'),
    { kind: 'look', conversationId: 'a' },
    ...steps,
  ).talks.get('a')!
const stale = (turnId: string, because: 'newer_message' | 'agent_replied' | 'facts_changed') =>
  heard({ type: 'suggestions.stale', conversationId: 'a', seq: 2, turnId, because })

describe('a conversation', () => {
  test('is heard only once the service says that it is open', () => {
    const early = stateAfter({ kind: 'open', ref: A, id: 'o1' }, heard(ready('a', 't1')))
    expect(early.talks.get('a')?.list).toBeUndefined()
    expect(talkA(heard(ready('a', 't1'))).list?.turnId).toBe('t1')
  })

  test('of the same id on another channel is another: what was said before is not taken for its own', () => {
    const other = { channel: 'jd', conversationId: 'a' }
    const state = stateAfter(
      { kind: 'open', ref: A, id: 'o1' },
      opened('a', 'o1'),
      heard(ready('a', 't1')),
      { kind: 'open', ref: other, id: 'o2' },
      heard(ready('a', 't2')),
      opened('a', 'o1'),
    )
    expect(state.talks.get('a')).toMatchObject({ ref: other, opening: 'o2' })
    expect(state.talks.get('a')?.list).toBeUndefined()
  })

  test('nobody has opened is not listened to', () => {
    expect(stateAfter(heard(ready('__proto__', 't1'))).talks.size).toBe(0)
  })

  test('keeps its list when it is opened again after a gap', () => {
    const talk = talkA(
      heard(ready('a', 't1')),
      { kind: 'open', ref: A, id: 'o9' },
      heard(ready('a', 't1', { snapshot: true })),
    )
    const { list } = talkA(heard(ready('a', 't1')))
    expect(talk.list).toEqual(list)
  })
})

describe('its list', () => {
  test('is replaced by the next, old in between, and gone when the agent has replied', () => {
    expect(talkA(heard(ready('a', 't1')), stale('t1', 'newer_message'))).toMatchObject({
      isOld: true,
      list: { turnId: 't1' },
    })
    expect(talkA(heard(ready('a', 't1')), stale('t1', 'newer_message'), heard(ready('a', 't2')))).toMatchObject({
      isOld: false,
      list: { turnId: 't2' },
    })
    expect(talkA(heard(ready('a', 't1')), stale('t1', 'agent_replied')).list).toBeUndefined()
    expect(talkA(heard(ready('a', 't1')), stale('t0', 'agent_replied')).list?.turnId).toBe('t1')
  })

  test('stays while the library is searched; hits of what is no longer looked for are nobody’s', () => {
    const search = (query: string | undefined, requestId: string): Act => ({
      kind: 'search',
      conversationId: 'a',
      query,
      requestId,
    })
    const hits = (turnId: string, requestId: string): Act => ({
      kind: 'hits',
      conversationId: 'a',
      requestId,
      answer: answer(turnId),
    })
    const talk = talkA(
      heard(ready('a', 't1')),
      search('发', 'r1'),
      search('发票', 'r2'),
      hits('t2', 'r1'),
      hits('t3', 'r2'),
    )
    expect(talk).toMatchObject({
      isOld: false,
      list: { turnId: 't1' },
      search: { list: { turnId: 't3', query: '发票' } },
    })
    const left = talkA(heard(ready('a', 't1')), search('发', 'r1'), search(undefined, 'r2'), hits('t2', 'r1'))
    expect(left.search).toBeUndefined()
    expect(left.list?.turnId).toBe('t1')
  })

  test('that is wanted quiet is unfolded on wish', () => {
    const quiet = heard(ready('a', 't1', { quiet: true }))
    expect(talkA(quiet).list?.quiet).toBe(true)
    expect(talkA(quiet, { kind: 'unquiet', conversationId: 'a' }).list?.quiet).toBe(false)
  })
})

describe('a rewording', () => {
  const asked: Act = { kind: 'rewrite', conversationId: 'a', rewriteId: 'w1', suggestionId: 't1.1' }
  const delta = (rewriteId: string, text: string) => heard({ type: 'rewrite.delta', rewriteId, delta: text })

  test('streams, and is done with a diff', () => {
    const steps = [heard(ready('a', 't1')), asked, delta('w1', '亲，'), delta('w1', '您好')]
    expect(talkA(...steps).rewrites['t1.1']).toMatchObject({ state: 'streaming', text: '亲，您好' })
    const done = heard({
      type: 'rewrite.done',
      rewriteId: 'w1',
      text: '亲',
      accepted: true,
      diff: [{ op: 'same', text: '亲' }],
    })
    expect(talkA(...steps, done).rewrites['t1.1']).toMatchObject({ state: 'done', text: '亲', accepted: true })
  })

  test('of nobody’s asking belongs to the suggestion it names, if that is shown', () => {
    const own = heard({
      type: 'rewrite.delta',
      rewriteId: 'w9',
      conversationId: 'a',
      turnId: 't1',
      suggestionId: 't1.2',
      delta: 'x',
    })
    expect(talkA(heard(ready('a', 't1')), own).rewrites['t1.2']?.text).toBe('x')
    expect(talkA(heard(ready('a', 't2')), own).rewrites).toEqual({})
    expect(talkA(heard(ready('a', 't1')), delta('w7', 'x')).rewrites).toEqual({})
  })
})

test('a reminder that the shopper waits goes with the reply', () => {
  const nudge = heard({
    type: 'nudge.ready',
    conversationId: 'a',
    seq: 3,
    nudgeId: 'n',
    kind: 'reply',
    level: 'amber',
    dueAt: '2026-11-22T10:00:00Z',
  })
  const status = heard({
    type: 'conversation.status',
    conversationId: 'a',
    seq: 4,
    mood: 'calm',
    intent: '',
    openQuestions: 0,
  })
  expect(talkA(nudge).nudges).toHaveLength(1)
  expect(talkA(nudge, status).nudges).toHaveLength(0)
})

test('what the guard says of a text counts only while the text is the same', () => {
  const mark = (draftId: string): Act => ({
    kind: 'mark',
    conversationId: 'a',
    suggestionId: 't1.1',
    mark: { text: 'x', draftId },
  })
  const warnings = [{ rule: 'R', level: 'warn' as const, start: 0, end: 1, says: '' }]
  const checked = heard({ type: 'draft.checked', draftId: 'd1', verdict: 'warn', warnings })
  expect(talkA(heard(ready('a', 't1')), mark('d1'), checked).marks['t1.1']?.warnings).toEqual(warnings)
  expect(talkA(heard(ready('a', 't1')), mark('d2'), checked).marks['t1.1']?.warnings).toBeUndefined()
})

test("the service's clock is learned from its greeting", () => {
  const hello = heard({
    type: 'session.ready',
    sessionId: 's',
    epoch: 'e',
    heartbeatMs: 1,
    limits: {},
    serverTime: '1970-01-01T00:00:03Z',
  })
  expect(stateAfter(hello).skewMs).toBe(2_000)
})
