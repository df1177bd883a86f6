import { describe, expect, test } from 'vitest'
import { gatewayUnderTest } from './gateway-under-test.ts'
import { openSession, says } from './socket-client.ts'

const TALK = { store: 'demo', channel: 'web', conversationId: 'c1' }
const HEADERS = { host: 'localhost', 'content-type': 'application/json' }
const message = (text: string) => `{"role":"shopper","messageId":"m","text":${text}}`
const body = (inner: string) => `{"store":"demo","channel":"web","conversationId":"c1","message":${inner}}`
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

const BAD: [string, string, string][] = [
  ['malformed JSON', '{"store":', 'bad_request'],
  ['nothing', '', 'bad_request'],
  ['no object', '[1]', 'bad_request'],
  ['a lone surrogate', body(message('"\\ud83d"')), 'bad_request'],
  ['a null byte', body(message('"a\\u0000b"')), 'bad_request'],
  [
    'a lone surrogate in a loose field',
    body(message('"a"')).replace('{', '{"facts":{"order":{"id":"1","status":"paid","note":"\\udc00"}},'),
    'bad_request',
  ],
  ['deep nesting', body(message('"a"')).replace('{', `{"facts":{"deep":${nested(40)}},`), 'bad_request'],
  ['very deep nesting', body(message('"a"')).replace('{', `{"facts":{"deep":${nested(100_000)}},`), 'bad_request'],
  ['a prototype', body(message('"a"')).replace('{', '{"facts":{"__proto__":{"polluted":true}},'), 'bad_request'],
  ['an unknown role', body('{"role":"robot","text":"a"}'), 'bad_request'],
  ['an empty text', body(message('"  "')), 'bad_request'],
  ['a text that is too long', body(message(`"${'长'.repeat(5001)}"`)), 'bad_request'],
  ['a time without an offset', body('{"role":"shopper","text":"a","at":"2026-11-22T10:00:00"}'), 'bad_request'],
  ['a body that is too large', body(message(`"${'a'.repeat(270_000)}"`)), 'too_large'],
]

describe('REST', () => {
  test.each(BAD)('%s is refused, nothing is stored, the process lives', async (_name, payload, code) => {
    const { app, database } = await gatewayUnderTest()
    const response = await app.inject({ method: 'POST', url: '/v1/messages', headers: HEADERS, payload })
    expect(response.json().error.code).toBe(code)
    expect(response.statusCode).toBe(code === 'too_large' ? 413 : 400)
    expect(await database.conversation(TALK)).toEqual([])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    const good = await app.inject({
      method: 'POST',
      url: '/v1/messages',
      headers: HEADERS,
      payload: body(message('"在吗"')),
    })
    expect(good.statusCode).toBe(202)
  })

  test('says which field is at fault', async () => {
    const { app } = await gatewayUnderTest()
    const payload = { messages: [{ role: 'shopper', text: 'a' }, { role: 'shopper' }], limit: 11 }
    const response = await app.inject({ method: 'POST', url: '/v1/suggestions', headers: HEADERS, payload })
    expect(
      response
        .json()
        .error.details.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(['body.limit', 'body.messages.1.text'])
  })

  test('another content type is refused', async () => {
    const { app } = await gatewayUnderTest()
    const headers = { ...HEADERS, 'content-type': 'text/xml' }
    const response = await app.inject({ method: 'POST', url: '/v1/messages', headers, payload: '<a/>' })
    expect([response.statusCode, response.json().error.code]).toEqual([400, 'bad_request'])
  })
})

describe('the stream', () => {
  test.each(BAD.filter(([name]) => name !== 'a body that is too large'))(
    '%s is refused and the session goes on',
    async (_name, payload) => {
      const { listen, database } = await gatewayUnderTest()
      const client = await openSession(await listen())
      const asFrame = payload.startsWith('{"')
        ? payload.replace('{', '{"type":"conversation.open","id":"f","history":[],')
        : payload
      const inner = /"message":(\{.*\})\}$/s.exec(payload)?.[1]
      client.send(
        inner && !payload.includes('"facts"')
          ? inner.replace('{', '{"type":"message.add","id":"f","conversationId":"c1",')
          : asFrame,
      )
      expect(await client.next('error')).toMatchObject({ code: 'bad_request' })
      await client.settle()
      expect(await database.conversation(TALK)).toEqual([])
      client.send(says('在吗'))
      await client.next('message.ack')
    },
  )

  test('a frame that is too large is refused by name, one that is far too large ends the connection', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const client = await openSession(url)
    client.send(says('a'.repeat(270_000)))
    expect(await client.next('error')).toMatchObject({ code: 'too_large' })
    await client.settle()
    client.send('a'.repeat(2_000_000))
    expect(await client.closed).toBe(1009)
    await openSession(url)
  })

  test('a binary frame is refused and the session goes on', async () => {
    const { listen } = await gatewayUnderTest()
    const client = await openSession(await listen())
    client.send(Buffer.from([1, 2, 3]))
    expect(await client.next('error')).toMatchObject({ code: 'bad_request' })
    await client.settle()
  })

  test('an ordinary frame that looks dangerous is harmless', async () => {
    const { listen } = await gatewayUnderTest()
    const client = await openSession(await listen())
    client.send(
      '{"type":"message.add","conversationId":"c1","messageId":"m","role":"shopper","text":"[[[[ \\ud83d\\ude00 __proto__ {{{{"}',
    )
    expect((await client.next('suggestions.ready')).suggestions[0]!.text).toBe('re:[[[[ 😀 __proto__ {{{{')
  })
})
