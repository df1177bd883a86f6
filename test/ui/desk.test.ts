import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import type { ConversationRef } from '../../src/ui/conversation-ref.ts'
import { Desk } from '../../src/ui/desk.ts'
import type { Insertion, Placed } from '../../src/ui/desk-deps.ts'
import type { Heard } from '../../src/ui/source.ts'
import { answer, ready, suggestion } from './answers.ts'

const A = { channel: 'web', conversationId: 'a' }
const B = { channel: 'web', conversationId: 'b' }

/** A desk with one open conversation, a clock that is moved by hand, and everything that leaves it. */
function deskUnderTest({ watches = false } = {}) {
  const sent: ClientFrame[] = []
  const asked: { path: string; body: unknown }[] = []
  let hits: () => Promise<unknown> = async () => answer('found')
  const inserted: Insertion[] = []
  let tell: (heard: Heard) => void = () => undefined
  let ids = 0
  const at = { now: 1_000, page: A as ConversationRef | undefined, placed: 'inserted' as Placed | Promise<Placed> }
  const desk = new Desk({
    source: {
      send(frame) {
        sent.push(frame)
        if (frame.type !== 'conversation.open') return
        const { id: re, conversationId } = frame
        hear({ type: 'conversation.opened', re, conversationId, seq: 0, state: ready('a', 't').state })
      },
      async request(path, init) {
        asked.push({ path, body: init?.body })
        return hits()
      },
      listen(listener) {
        tell = listener
        return () => undefined
      },
    },
    watches,
    agent: { id: 'mia' },
    limit: () => 5,
    uiLocale: () => 'ko',
    now: () => at.now,
    clock: () => at.now,
    newId: () => `id${ids++}`,
    identify: () => at.page,
    insert(insertion) {
      inserted.push(insertion)
      return at.placed
    },
    copy: () => undefined,
    changed: () => undefined,
  })
  const hear = (frame: ServerFrame) => tell({ kind: 'frame', frame })
  tell({ kind: 'connection', state: 'ready' })
  desk.open([A, B])
  desk.look(A)
  const feedback = () =>
    sent.flatMap((frame) =>
      frame.type === 'feedback.add' && frame.action !== 'shown'
        ? [[frame.action, frame.suggestionId, frame.position]]
        : [],
    )
  const find = (next: () => Promise<unknown>) => {
    hits = next
  }
  return { desk, at, sent, asked, find, inserted, hear, tell: (heard: Heard) => tell(heard), feedback }
}

describe('inserting', () => {
  test('tells the service which place it had, and what the agent made of it', () => {
    const { desk, at, hear, inserted, feedback, sent } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    desk.pick(1, at.now)
    expect(inserted).toMatchObject([{ text: 't1 2', suggestionId: 't1.2', turnId: 't1', conversation: A }])
    desk.insert(desk.list!, desk.list!.suggestions[0]!, 0, 'my own words')
    expect(feedback()).toEqual([
      ['inserted', 't1.2', 1],
      ['edited', 't1.1', 0],
    ])
    expect(sent.at(-1)).toMatchObject({ finalText: 'my own words', agent: { id: 'mia' } })
  })

  test('is refused where the page shows another conversation, or cannot say which', () => {
    const { desk, at, hear, inserted, feedback } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    for (const page of [B, undefined, { ...A, channel: 'jd' }, { ...A, store: 'demo' }]) {
      at.page = page
      desk.pick(0, at.now)
      expect(desk.notice?.says).toBe('elsewhere')
    }
    expect(inserted).toEqual([])
    expect(feedback()).toEqual([])
  })

  test('is no feedback where it did not work, and a copy where there is no box', () => {
    const { desk, at, hear, feedback } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    at.placed = 'failed'
    desk.pick(0, at.now)
    expect(feedback()).toEqual([])
    at.placed = 'copied'
    desk.pick(0, at.now)
    expect(feedback()).toEqual([['copied', 't1.1', 0]])
  })

  test('happens once for one press that arrives twice, and again later', () => {
    const { desk, at, hear, inserted } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    desk.pick(0, at.now)
    desk.pick(0, at.now + 1)
    expect(inserted).toHaveLength(1)
    at.now += 500
    desk.pick(0, at.now)
    expect(inserted).toHaveLength(2)
  })

  test('waits for a host that takes its time: said, counted and marked once it stands there', async () => {
    const { desk, at, hear, inserted, feedback } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    let place: (placed: Placed) => void = () => undefined
    const begin = () => {
      at.placed = new Promise((resolve) => {
        place = resolve
      })
      desk.pick(0, at.now)
    }
    begin()
    at.now += 2_000
    desk.pick(0, at.now)
    expect(inserted).toHaveLength(1)
    expect([desk.notice, feedback()]).toEqual([undefined, []])
    place('failed')
    await at.placed
    expect([desk.notice?.says, feedback()]).toEqual(['failed', []])
    begin()
    expect(inserted).toHaveLength(2)
    place('inserted')
    await at.placed
    expect([desk.notice?.says, feedback()]).toEqual(['inserted', [['inserted', 't1.1', 0]]])
  })

  test('goes part by part', () => {
    const { desk, at, hear, inserted } = deskUnderTest()
    const parts = [
      { kind: 'text' as const, text: 'one' },
      { kind: 'image' as const, ref: 'https://x/y.png', alt: 'chart' },
    ]
    hear(ready('a', 't1', { suggestions: [suggestion('t1', 1, { parts })] }))
    at.now += 400
    desk.pick(0, at.now)
    desk.pick(0, at.now)
    expect(inserted.map(({ part }) => part.kind)).toEqual(['text', 'image'])
    hear(ready('a', 't2', { suggestions: [suggestion('t2', 1, { parts: parts.slice(1) })] }))
    at.now += 400
    desk.pick(0, at.now)
    expect(inserted.at(-1)!.part).toEqual(parts[1])
  })

  test('stops at a text that the guard blocks', () => {
    const { desk, at, hear, inserted, sent } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    desk.change(desk.list!, desk.list!.suggestions[0]!, 'bad words')
    const check = sent.findLast((frame) => frame.type === 'draft.check')!
    const warnings = [{ rule: 'R', level: 'block' as const, start: 0, end: 3, says: '' }]
    hear({ type: 'draft.checked', draftId: check.draftId, verdict: 'block', warnings })
    desk.pick(0, at.now)
    expect(inserted).toEqual([])
    expect(desk.notice?.says).toBe('blocked')
  })
})

test('who looks on tells the service nothing but what is looked at', () => {
  const { desk, at, hear, inserted, sent, asked } = deskUnderTest({ watches: true })
  hear(ready('a', 't1', { suggestions: [suggestion('t1', 1), suggestion('t1', 2)] }))
  at.now += 400
  at.placed = 'copied'
  desk.pick(0, at.now)
  expect(inserted).toHaveLength(1)
  const list = desk.list!
  desk.fill('product.material', 'cotton', 'store')
  desk.tick(list, list.suggestions[0]!, 'price.change')
  desk.saveReply('my words')
  desk.report(list, list.suggestions[1]!, 1, 'wrong_fact')
  expect(desk.notice?.says).toBe('watching')
  desk.dismiss(list, list.suggestions[1]!, 1)
  desk.change(list, list.suggestions[0]!, 'other words')
  expect(asked).toEqual([])
  expect(sent.map(({ type }) => type)).toEqual(['conversation.open', 'conversation.open', 'draft.check'])
  expect(sent[0]).toMatchObject({ watch: true })
})

test('while the list is held a newer one waits', () => {
  const { desk, hear } = deskUnderTest()
  hear(ready('a', 't1'))
  desk.hold('over', true)
  desk.hold('alt', true)
  hear(ready('a', 't2'))
  desk.hold('over', false)
  expect(desk.list?.turnId).toBe('t1')
  expect(desk.hasNews).toBe(true)
  desk.hold('alt', false)
  expect(desk.list?.turnId).toBe('t2')
})

test('a fact filled in counts for the talk at once; for more than that the lead is asked', () => {
  const { desk, hear, sent, asked } = deskUnderTest()
  hear(ready('a', 't1'))
  desk.fill('height', '165', 'chat')
  expect(sent.at(-1)).toEqual({ type: 'facts.update', ...A, facts: { shopper: { height: 165 } } })
  expect(asked).toEqual([])
  desk.fill('followup.minutes', ' 30 ', 'store')
  expect(sent.at(-1)).toMatchObject({ type: 'facts.update' })
  expect(asked).toEqual([
    {
      path: '/v1/facts/proposals',
      body: { ...A, scope: 'store', slot: 'followup.minutes', value: '30', locale: 'zh', agent: { id: 'mia' } },
    },
  ])
})

test("the agent's own reply is kept as a script for what was asked", () => {
  const { desk, hear, asked } = deskUnderTest()
  desk.saveReply('  ')
  expect(desk.notice?.says).toBe('nothing_to_save')
  hear(ready('a', 't1', { intents: [{ name: 'invoice.how', family: 'invoice', confidence: 1 }] }))
  desk.saveReply(' 亲，马上 ')
  const body = { text: '亲，马上', intent: 'invoice.how', locale: 'zh', agent: { id: 'mia' } }
  expect(asked).toEqual([{ path: '/v1/learning/proposals', body }])
})

test('where no holding line is listed one is looked for', () => {
  const { desk, at, hear, asked, inserted } = deskUnderTest()
  hear(ready('a', 't1'))
  at.now += 400
  desk.pickHold(at.now)
  expect(asked.at(-1)).toMatchObject({ path: '/v1/suggestions', body: { query: '稍等' } })
  expect(inserted).toEqual([])
})

test('a to-do is ticked off once', () => {
  const { desk, hear, sent } = deskUnderTest()
  hear(ready('a', 't1'))
  desk.tick(desk.list!, desk.list!.suggestions[0]!, 'price.change')
  desk.tick(desk.list!, desk.list!.suggestions[0]!, 'price.change')
  const ticks = sent.filter((frame) => frame.type === 'event.add')
  expect(ticks).toMatchObject([{ event: 'todo_done', data: { action: 'price.change' } }])
})

describe('a search', () => {
  test('is for this panel alone: asked beside the stream, its hits shown until one leaves', async () => {
    const { desk, at, hear, sent, asked } = deskUnderTest()
    hear(ready('a', 't1'))
    at.now += 400
    sent.length = 0
    desk.search(' 发票 ')
    expect(asked).toEqual([
      {
        path: '/v1/suggestions',
        body: { ...A, messages: [], query: '发票', agent: { id: 'mia' }, limit: 5, uiLocale: 'ko' },
      },
    ])
    await nextTurn()
    expect(desk.list).toMatchObject({ turnId: 'found', query: ' 发票 ', conversation: A })
    // what the shopper writes meanwhile is not lost behind the hits
    hear(ready('a', 't2'))
    expect(desk.list?.turnId).toBe('found')
    desk.search(undefined)
    expect(desk.list?.turnId).toBe('t2')
    expect(sent.map(({ type }) => type).filter((type) => type !== 'feedback.add')).toEqual([])
  })

  test('that comes late is nobody’s, one that fails is said', async () => {
    const { desk, hear, find } = deskUnderTest()
    hear(ready('a', 't1'))
    const first = Promise.withResolvers()
    find(() => first.promise)
    desk.search('发')
    find(async () => answer('second'))
    desk.search('发票')
    await nextTurn()
    first.resolve(answer('first'))
    await nextTurn()
    expect(desk.list?.turnId).toBe('second')
    find(() => Promise.reject(new Error('away')))
    desk.search('发票怎')
    await nextTurn()
    expect(desk.notice?.says).toBe('not_found')
    expect(desk.list?.turnId).toBe('second')
  })
})

test('after a gap every conversation is opened again', () => {
  const { desk, hear, sent, tell } = deskUnderTest()
  hear(ready('a', 't1'))
  tell({ kind: 'connection', state: 'lost' })
  expect(desk.list?.turnId).toBe('t1')
  sent.length = 0
  tell({ kind: 'connection', state: 'ready' })
  expect(sent.map((frame) => [frame.type, 'conversationId' in frame && frame.conversationId])).toEqual([
    ['conversation.open', 'a'],
    ['conversation.open', 'b'],
  ])
})

test('a conversation that is no longer named is closed', () => {
  const { desk, sent } = deskUnderTest()
  desk.open([B])
  expect(sent.at(-1)).toEqual({ type: 'conversation.close', ...A })
  expect(desk.talk).toBeUndefined()
})
