import { describe, expect, test } from 'vitest'
import { Answer, BatchResult } from '../../../src/protocol/index.ts'
import { gatewayUnderTest, KEY, keyOf } from '../gateway-under-test.ts'
import { openSession, says } from '../socket-client.ts'

const line = (id: string | number, text = '在吗', rest: object = {}) =>
  JSON.stringify({ id, messages: [{ role: 'shopper', text }], ...rest })

async function batch(url: string, body: string | ReadableStream, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/x-ndjson' }
  const init = { method: 'POST', headers: { ...type, ...headers }, body, duplex: 'half' }
  return fetch(`${url}/v1/suggestions/batch`, init as RequestInit)
}

const parse = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((answer) => JSON.parse(answer))

describe('the batch', () => {
  test('answers 5,000 lines in order, a bad line alone', async () => {
    const { listen } = await gatewayUnderTest()
    const bad = new Map([
      [17, '{"id":17,'],
      [18, '[]'],
      [1_000, '{"id":"x","messages":[]}'],
      [2_500, line(2500, '在吗', { store: 'nowhere' })],
      [3_000, line(3000, 'boom')],
      [4_999, line(4999, '\ud83d')],
    ])
    const lines = Array.from({ length: 5_000 }, (_, i) => bad.get(i + 1) ?? line(i + 1, `第${i + 1}句`))
    const response = await batch(await listen(), lines.join('\n'))
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    const answers = parse(await response.text())
    expect(answers.map((answer) => answer.line)).toEqual(lines.map((_, i) => i + 1))
    for (const answer of answers) {
      BatchResult.parse(answer)
      if (!bad.has(answer.line))
        expect(answer).toMatchObject({ id: answer.line, suggestions: [{ text: `re:第${answer.line}句` }] })
    }
    const codes = answers.flatMap((answer) => (answer.error ? [[answer.line, answer.id, answer.error.code]] : []))
    expect(codes).toEqual([
      [17, null, 'bad_request'],
      [18, null, 'bad_request'],
      [1_000, 'x', 'bad_request'],
      [2_500, 2_500, 'unknown_store'],
      [3_000, 3_000, 'internal'],
      [4_999, null, 'bad_request'],
    ])
    Answer.parse(answers[0])
  })

  test('counts empty lines, takes CRLF, a missing last newline, and any content type', async () => {
    const { listen } = await gatewayUnderTest()
    const response = await batch(await listen(), `\r\n${line('a')}\r\n\n${line('b')}`, { 'content-type': 'text/plain' })
    expect(parse(await response.text()).map(({ id, line: at }) => [id, at])).toEqual([
      ['a', 2],
      ['b', 4],
    ])
  })

  test('refuses a line that is too large and goes on', async () => {
    const { listen } = await gatewayUnderTest()
    const response = await batch(await listen(), `${line(1, 'a'.repeat(300_000))}\n${line(2)}\n`)
    expect(parse(await response.text())).toMatchObject([
      { id: null, line: 1, error: { code: 'too_large' } },
      { id: 2, line: 2 },
    ])
  })

  test('streams: answers come while the body is still being sent', async () => {
    const { listen } = await gatewayUnderTest()
    let send: (text: string) => void = () => undefined
    let end: () => void = () => undefined
    const body = new ReadableStream({
      start(controller) {
        send = (text) => controller.enqueue(new TextEncoder().encode(text))
        end = () => controller.close()
      },
    })
    const coming = batch(await listen(), body)
    send(`${line(1)}\n`)
    // enough to fill a first piece of output
    for (let i = 2; i < 300; i += 1) send(`${line(i)}\n`)
    const reader = (await coming).body!.getReader()
    const first = new TextDecoder().decode((await reader.read()).value)
    expect(first).toContain('"line":1')
    end()
    let rest = ''
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      rest += new TextDecoder().decode(piece.value)
    expect(rest).toContain('"line":299')
  })

  test('lets live conversations through', async () => {
    const { listen } = await gatewayUnderTest()
    const url = await listen()
    const client = await openSession(url)
    const running = batch(url, Array.from({ length: 20_000 }, (_, i) => line(i)).join('\n')).then((response) =>
      response.text(),
    )
    let isDone = false
    void running.then(() => {
      isDone = true
    })
    let answered = 0
    while (!isDone && answered < 30) {
      client.send(says('在吗', { conversationId: `live${answered}` }))
      await client.next('suggestions.ready')
      answered += 1
    }
    expect(answered).toBeGreaterThan(5)
    expect(parse(await running)).toHaveLength(20_000)
  })

  test('needs a key where keys are needed', async () => {
    const { listen } = await gatewayUnderTest({ keys: [keyOf({ stores: ['demo'] })] })
    const url = await listen()
    expect((await batch(url, line(1))).status).toBe(401)
    const answers = parse(
      await (
        await batch(url, `${line(1)}\n${line(2, 'a', { store: 'other' })}`, { authorization: `Bearer ${KEY}` })
      ).text(),
    )
    expect(answers).toMatchObject([
      { id: 1, abstained: false },
      { id: 2, error: { code: 'forbidden' } },
    ])
  })
})
