import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { gatewayUnderTest } from '../gateway-under-test.ts'
import { chatwootUnderTest, type Mood } from './chatwoot-under-test.ts'
import { payload } from './payload.ts'
import { chatwoot, TOKEN, webhook } from './webhook.ts'

const QUICK = {
  quietMs: 40,
  latestMs: 120,
  timeoutMs: 5_000,
  post: { tries: 3, backoffMs: 5, patienceMs: 10_000, breaker: { failures: 4, pauseMs: 60_000 } },
}
const SOON = { timeout: 10_000, interval: 5 }
const incoming = payload('chatwoot-message-incoming')
let id = 2_000

/** A gateway and a Chatwoot that call each other. */
async function both(
  options: { settings?: object; moods?: Mood[]; notes?: Partial<typeof QUICK>; clock?: { now(): number } } = {},
) {
  const chat = await chatwootUnderTest()
  chat.moods.push(...(options.moods ?? []))
  const source = chatwoot({ baseUrl: chat.baseUrl, notes: true, ...options.settings })
  const gateway = await gatewayUnderTest({
    sources: [source],
    limits: (limits) => ({ ...limits, ingest: { ...limits.ingest, notes: { ...QUICK, ...options.notes } } }),
    ...(options.clock ? { clock: options.clock } : {}),
  })
  /** The shopper (or another) says something in a conversation. */
  const say = async (content: string, more: object = {}, conversation = 77) => {
    id += 1
    const at = new Date().toISOString()
    const body = {
      ...incoming,
      id,
      content,
      created_at: at,
      conversation: { ...incoming.conversation, id: conversation },
      ...more,
    }
    const response = await gateway.app.inject(webhook(body))
    expect(response.statusCode).toBe(200)
    return body
  }
  const agentSays = (content: string) =>
    say(content, { message_type: 'outgoing', sender: { id: 12, name: '小满', type: 'user' } })
  const sent = (count: number) => vi.waitFor(() => expect(chat.kept).toHaveLength(count), SOON)
  const asked = (count: number) => vi.waitFor(() => expect(chat.asked).toHaveLength(count), SOON)
  /** Waits until a note that was said later has arrived: what was to come before it has come or never will. */
  const settled = async () => {
    const before = chat.kept.length
    await say('结束了吗', {}, 9_999)
    await sent(before + 1)
    return chat.kept.filter(({ conversationId }) => conversationId !== 9_999)
  }
  return { ...gateway, chat, say, agentSays, sent, asked, settled }
}

describe('a private note', () => {
  test('brings the suggestions to the conversation, through Chatwoot’s API', async () => {
    const { chat, say, sent } = await both()
    await say('能便宜点吗')
    await sent(1)
    const [{ method, url, headers, body }] = chat.asked as [(typeof chat.asked)[0]]
    expect([method, url, headers.api_access_token]).toEqual([
      'POST',
      '/api/v1/accounts/1/conversations/77/messages',
      TOKEN,
    ])
    expect(body).toEqual({
      content: '**建议回复（仅客服可见）**\n\n**1\\. 回答**\nre:能便宜点吗\n理由: …',
      message_type: 'outgoing',
      private: true,
      content_type: 'text',
      content_attributes: { huashu: { turnId: expect.any(String) } },
    })
  })

  test('is not written unless the store wants it', async () => {
    const { chat, say, gateway } = await both({ settings: { notes: false } })
    await say('能便宜点吗')
    await sleep(3 * QUICK.quietMs)
    expect(chat.asked).toEqual([])
    expect((await gateway.metrics.notes.get()).values).toEqual([])
  })

  test('comes once for a burst, and again only when what the shopper adds changes the suggestions', async () => {
    const { chat, say, sent, settled } = await both({ notes: { quietMs: 1_000, latestMs: 10_000 } })
    for (const text of ['在吗', '165', '穿什么码']) await say(text)
    await sent(1)
    expect(chat.kept[0]!.content).toContain('re:在吗+165+穿什么码')
    await say('黑色的')
    await sent(2)
    expect(chat.kept[1]!.content).toContain('以这条为准')
    expect(chat.kept[1]!.content).toContain('黑色的')
    expect(await settled()).toHaveLength(2)
  })

  test('does not wait for ever for a shopper who goes on', async () => {
    const { chat, say, sent } = await both({ notes: { quietMs: 60_000, latestMs: 500 } })
    await say('第一句')
    await say('第二句')
    await sent(1)
    expect(chat.kept[0]!.content).toContain('第一句')
  })

  test('is not written for what an agent has answered meanwhile, nor for what arrives after its answer', async () => {
    const { say, agentSays, settled } = await both({ notes: { quietMs: 1_500, latestMs: 1_500 } })
    await say('能便宜点吗')
    await agentSays('亲 这是活动价了')
    await say('在吗', { created_at: '2026-11-22T01:00:00.000Z' })
    expect(await settled()).toEqual([])
  })

  test('is for the shopper’s words: not for bots, agents, notes, events and what was known', async () => {
    const { app, say, agentSays, settled } = await both()
    await agentSays('亲 在的')
    await say('您好', { message_type: 'template', sender: null })
    await say('笔记', { message_type: 'outgoing', private: true })
    await app.inject(webhook(payload('chatwoot-conversation-resolved')))
    expect(await settled()).toEqual([])
  })

  test('is not written again for a webhook that is sent again', async () => {
    const { app, say, sent, settled } = await both()
    const body = await say('能便宜点吗')
    await sent(1)
    await app.inject(webhook(body))
    expect(await settled()).toHaveLength(1)
  })

  test('that comes back as a webhook is nobody’s message', async () => {
    const { app, chat, say, sent, database } = await both()
    await say('能便宜点吗')
    await sent(1)
    const echo = { ...payload('chatwoot-message-our-note'), ...chat.kept[0] }
    const response = await app.inject(webhook(echo))
    expect(response.json()).toMatchObject({ messages: 0, ignored: ['a private note'] })
    const talk = { store: 'demo', channel: 'chatwoot', conversationId: '77' }
    expect((await database.conversation(talk)).filter(({ kind }) => kind === 'message')).toHaveLength(1)
  })

  test('follows facts that change before it is written', async () => {
    const { gateway, chat, say, sent } = await both({ notes: { quietMs: 1_500, latestMs: 1_500 } })
    await say('多少钱')
    const talk = { store: 'demo', channel: 'chatwoot', conversationId: '77' }
    await gateway.conversations.use(talk, (conversation) =>
      gateway.intake.facts(conversation, { product: { id: '1', title: '短袖' } }),
    )
    await sent(1)
    expect(chat.kept[0]!.content).toContain('about 短袖')
  })
})

test('no note brings what an agent searches for: they see it', async () => {
  const { gateway, say, settled } = await both({ notes: { quietMs: 1_500, latestMs: 1_500 } })
  await say('多少钱')
  const talk = { store: 'demo', channel: 'chatwoot', conversationId: '77' }
  await gateway.conversations.use(talk, (conversation) =>
    gateway.turns.answer(conversation, { because: 'manual', query: '邮费' }),
  )
  expect(await settled()).toEqual([])
})

describe('when Chatwoot does not do well', () => {
  const outcomes = async (gateway: Awaited<ReturnType<typeof both>>['gateway']) => {
    const { values } = await gateway.metrics.notes.get()
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]))
  }
  const busy = (out: Parameters<Exclude<Mood, string | number>>[0]) => out.writeHead(429, { 'retry-after': '0' }).end()
  const moved = (out: Parameters<Exclude<Mood, string | number>>[0]) =>
    out.writeHead(307, { location: 'http://127.0.0.1:9/steal' }).end()

  test.each([
    ['429', [busy], { busy: 1, sent: 1 }],
    ['500 and 503', [500, 503], { busy: 2, sent: 1 }],
  ] as [string, Mood[], object][])('%s: it is tried again', async (_name, moods, expected) => {
    const { say, sent, chat, gateway } = await both({ moods })
    await say('能便宜点吗')
    await sent(1)
    expect(chat.asked).toHaveLength(moods.length + 1)
    await vi.waitFor(async () => expect(await outcomes(gateway)).toEqual(expected), SOON)
  })

  test.each([
    ['401: the token is wrong', [401], 1, { refused: 1 }],
    ['404: the conversation is gone', [404], 1, { refused: 1 }],
    ['422', [422], 1, { refused: 1 }],
    ['500 for good', [500, 500, 500], 3, { busy: 3 }],
    ['a connection cut: it may have been written', ['hangs up'], 1, { unknown: 1 }],
    ['no answer: it may have been written', ['stalls'], 1, { unknown: 1 }],
    ['a redirect: the token goes nowhere else', [moved], 1, { unknown: 1 }],
    [
      'busy for longer than a note is of use',
      [(out) => out.writeHead(429, { 'retry-after': '60' }).end()],
      1,
      { busy: 1 },
    ],
  ] as [string, Mood[], number, object][])('%s: it is given up', async (_name, moods, tries, expected) => {
    const { say, chat, gateway, logged } = await both({
      moods,
      notes: { timeoutMs: moods[0] === 'stalls' ? 200 : QUICK.timeoutMs },
    })
    await say('能便宜点吗')
    await vi.waitFor(async () => expect(await outcomes(gateway)).toEqual(expected), SOON)
    await sleep(50)
    expect([chat.asked.length, chat.kept.length]).toEqual([tries, 0])
    expect(logged.join()).toContain('a note was not written')
    expect(logged.join()).not.toContain(TOKEN)
    expect(logged.join()).not.toContain('能便宜点吗')
  })

  test('nothing is sent to a Chatwoot that is not there, and it is said', async () => {
    const { say, chat, gateway } = await both()
    await chat.stop()
    await say('能便宜点吗')
    await vi.waitFor(async () => expect(await outcomes(gateway)).toEqual({ busy: 3 }), SOON)
  })

  test('it is left alone after some failures, and tried again later', async () => {
    let now = Date.now()
    const { app, say, chat, gateway, asked, sent } = await both({
      moods: [401, 401, 401, 401],
      clock: { now: () => now },
    })
    const degraded = async () => (await app.inject({ url: '/readyz', headers: { host: 'localhost' } })).json().degraded
    for (let n = 1; n <= 4; n += 1) {
      await say('在吗', {}, n)
      await asked(n)
    }
    await vi.waitFor(async () => expect(await degraded()).toEqual(['notes']), SOON)
    await say('在吗', {}, 5)
    await vi.waitFor(async () => expect(await outcomes(gateway)).toMatchObject({ paused: 1 }), SOON)
    expect(chat.asked).toHaveLength(4)
    now += 61_000
    await say('在吗', {}, 6)
    await sent(1)
    await vi.waitFor(async () => expect(await degraded()).toEqual([]), SOON)
  })

  test('an agent’s answer ends the tries', async () => {
    const { say, agentSays, asked, chat, settled } = await both({
      moods: [500],
      notes: { post: { ...QUICK.post, backoffMs: 1_500 } },
    })
    await say('能便宜点吗')
    await asked(1)
    await agentSays('亲 这是活动价了')
    await settled()
    await sleep(1_700)
    expect(chat.kept.filter(({ conversationId }) => conversationId === 77)).toEqual([])
  })

  test('should a note ever be public, it is the last one', async () => {
    const { app, say, sent, chat, gateway, logged } = await both({ moods: ['public'] })
    await say('能便宜点吗')
    await sent(1)
    await vi.waitFor(() => expect(logged.join()).toContain('where shoppers can read it'), SOON)
    await say('在吗', {}, 78)
    await vi.waitFor(async () => expect(await outcomes(gateway)).toEqual({ public: 1, paused: 1 }), SOON)
    expect(chat.asked).toHaveLength(1)
    expect((await app.inject({ url: '/readyz', headers: { host: 'localhost' } })).json().degraded).toEqual(['notes'])
  })

  test('closing gives up what waits and what is on its way', async () => {
    const { say, asked, close, chat } = await both({
      moods: ['stalls'],
      notes: { quietMs: 1_000, latestMs: 1_000, timeoutMs: 60_000 },
    })
    await say('能便宜点吗')
    await asked(1)
    await say('在吗', {}, 78)
    await close()
    await sleep(1_300)
    expect([chat.asked.length, chat.kept.length]).toEqual([1, 0])
  })
})
