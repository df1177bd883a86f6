import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { goesOn } from '../../src/intents/index.ts'
import type { Message } from '../../src/protocol/index.ts'
import { speaks, turnStart } from '../../src/server/conversation.ts'
import { gatewayUnderTest } from './gateway-under-test.ts'

const TALK = { store: 'demo', channel: 'web', conversationId: 'c' }
const message = fc.record({
  role: fc.constantFrom('shopper', 'shopper', 'shopper', 'agent', 'bot', 'system'),
  text: fc.constantFrom('在吗', '稍等', '好', '长'.repeat(300)),
  at: fc.constantFrom(undefined, ...[0, 200, 1_000, 5_000, 5_900].map((ms) => new Date(1.79e12 + ms).toISOString())),
}) as fc.Arbitrary<Message>

describe('a conversation', () => {
  test('built again from the log has the state, turn and facts it had', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: message }, fc.constant('order_paid' as const)), {
          minLength: 1,
          maxLength: 25,
        }),
        async (messages) => {
          const { gateway, close } = await gatewayUnderTest({
            limits: (l) => ({ ...l, conversations: { count: 1, idleMs: -1, waitingMs: -1 } }),
          })
          const { conversations, intake, log } = gateway
          const live = await conversations.use(TALK, (conversation) => {
            for (const [i, said] of messages.entries()) {
              if (said === 'order_paid') {
                const at = '2026-11-22T10:00:00+08:00'
                intake.event(conversation, { eventId: `e${i}`, type: said, at })
              } else intake.message(conversation, { ...said, messageId: `m${i}` })
            }
            intake.facts(conversation, { order: { id: 'o', status: 'dispatched' } })
            intake.facts(conversation, { product: { id: 'p' }, old: 1 })
            intake.facts(conversation, { old: null })
            return conversation
          })
          await log.flush()
          conversations.sweep()
          expect(conversations.size).toBe(0)
          const rebuilt = await conversations.use(TALK, (conversation) => conversation)
          expect(rebuilt).not.toBe(live)
          expect(rebuilt.state).toEqual(live.state)
          expect(rebuilt.before).toEqual(live.before)
          expect(rebuilt.turn).toEqual(live.turn)
          expect(rebuilt.facts).toMatchObject({ product: { id: 'p' } })
          expect(rebuilt.seq).toBe(live.seq)
          await close()
        },
      ),
      { numRuns: 12 },
    )
  })

  test('that is open stays in memory, the least recently used others go', async () => {
    const { gateway } = await gatewayUnderTest({
      limits: (l) => ({ ...l, conversations: { count: 3, idleMs: 60_000, waitingMs: 60_000 } }),
    })
    const use = (id: string) =>
      gateway.conversations.use({ ...TALK, conversationId: id }, (conversation) => conversation)
    const open = await use('open')
    gateway.openTalks.add(open.topic)
    for (const id of ['a', 'b', 'c', 'd']) await use(id)
    expect(gateway.conversations.size).toBe(3)
    expect(await use('open')).toBe(open)
    const d = await use('d')
    expect(await use('d')).toBe(d)
  })

  test('that is open goes when all is said, and later when nobody replies', async () => {
    let now = 1.79e12
    const { gateway } = await gatewayUnderTest({
      clock: { now: () => now },
      limits: (l) => ({ ...l, conversations: { count: 10, idleMs: 60_000, waitingMs: 600_000 } }),
    })
    const { conversations, intake, openTalks } = gateway
    for (const [conversationId, replies] of [
      ['settled', true],
      ['waiting', false],
    ] as const) {
      const { topic } = await conversations.use({ ...TALK, conversationId }, (conversation) => {
        intake.message(conversation, { role: 'shopper', text: '发什么快递', messageId: '1' })
        if (replies) intake.message(conversation, { role: 'agent', text: '中通哦', messageId: '2' })
        return conversation
      })
      openTalks.add(topic)
    }
    const left = () => [...conversations.inMemory()].map(({ conversationId }) => conversationId)
    now += 59_000
    conversations.sweep()
    expect(left()).toEqual(['settled', 'waiting'])
    now += 2_000
    conversations.sweep()
    expect(left()).toEqual(['waiting'])
    now += 600_000
    conversations.sweep()
    expect(left()).toEqual([])
    // who comes back is answered where the talk stood
    const back = await conversations.use({ ...TALK, conversationId: 'settled' }, (conversation) => conversation)
    expect(back.state.agentTurns).toBe(1)
  })

  test('is read once, however many ask while it is being read, in their order', async () => {
    const { gateway } = await gatewayUnderTest()
    const order: number[] = []
    const all = Array.from({ length: 5 }, (_, i) =>
      gateway.conversations.use(TALK, (conversation) => {
        order.push(i)
        return conversation
      }),
    )
    expect(new Set(await Promise.all(all)).size).toBe(1)
    expect(order).toEqual([0, 1, 2, 3, 4])
  })
})

describe('a burst', () => {
  test('turnStart cuts where messages one by one would have cut', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        let turn: Message[] = []
        for (const said of messages.filter(speaks)) turn = goesOn(turn, said) ? [...turn, said] : [said]
        expect(messages.slice(turnStart(messages)).filter(speaks)).toEqual(turn)
      }),
    )
  })

  test('has at most 8 messages and 600 characters, and never two speakers', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        const turn = messages.slice(turnStart(messages)).filter(speaks)
        expect(turn.length).toBeLessThanOrEqual(8)
        expect(new Set(turn.map(({ role }) => role)).size).toBeLessThanOrEqual(1)
        if (turn.length > 1) expect(turn.map(({ text }) => text).join('').length).toBeLessThanOrEqual(600)
      }),
    )
  })

  test('that cannot be read is answered without what was said before, which is taken in later', async () => {
    let isDown = true
    let now = 1.79e12
    const { gateway, database } = await gatewayUnderTest({
      clock: { now: () => now },
      wrap: (opened) => ({
        ...opened,
        conversation: (talk) => (isDown ? Promise.reject(new Error('away')) : opened.conversation(talk)),
      }),
    })
    const { conversations, intake, log } = gateway
    const record = (i: number) => ({
      ...TALK,
      kind: 'message' as const,
      key: `m${i}`,
      print: '',
      at: 1,
      body: { messageId: `m${i}`, role: 'shopper', text: '在吗' },
    })
    await database.append([record(0), record(1)])
    await database.append([{ ...record(2), kind: 'facts', body: { product: { id: 'p' }, stock: { a: 1 } } }])
    const say = (i: number) =>
      conversations.use(TALK, (conversation) => {
        intake.message(conversation, { messageId: `n${i}`, role: 'shopper', text: '在吗' })
        return conversation.state.shopperTurns
      })
    expect(await say(0)).toBe(1)
    conversations.use(TALK, (conversation) => intake.facts(conversation, { stock: { a: 2 } }))
    expect(await say(1)).toBe(2)
    isDown = false
    // not at once: a database that is away is not asked by every message
    expect(await say(2)).toBe(3)
    await log.flush()
    now += 60_000
    expect(await say(3)).toBe(4)
    const isWhole = () => conversations.use(TALK, (conversation) => conversation.isWhole)
    await vi.waitFor(async () => expect(await isWhole()).toBe(true), { timeout: 20_000 })
    expect(await conversations.use(TALK, ({ facts }) => facts)).toEqual({ product: { id: 'p' }, stock: { a: 2 } })
    expect(await say(4)).toBe(7)
  })

  test('that the database does not tell of in time is answered all the same', async () => {
    const never = new Promise<never>(() => undefined)
    const { gateway } = await gatewayUnderTest({ wrap: (opened) => ({ ...opened, conversation: () => never }) })
    const { conversations, intake } = gateway
    const turns = await conversations.use(TALK, (conversation) => {
      intake.message(conversation, { messageId: 'm', role: 'shopper', text: '在吗' })
      return conversation.state.shopperTurns
    })
    expect(turns).toBe(1)
  })
})
