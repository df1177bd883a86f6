import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openaiRewriter } from '../../../src/server/adapters/rewriter-openai.ts'
import type { RewriterFault } from '../../../src/server/rewriter-fault.ts'
import {
  answers,
  type Behaviour,
  begin,
  chunk,
  content,
  DONE,
  endpointUnderTest,
  STOP,
} from '../endpoint-under-test.ts'

const PROMPT = { system: 'rules', user: '{"reply":"好的","marks":{},"shopper":""}' }

async function read(behaviour: Behaviour, signal = new AbortController().signal) {
  const endpoint = await endpointUnderTest(behaviour)
  const rewriter = await openaiRewriter({ model: 'm', baseUrl: endpoint.url, apiKey: 'secret' })
  const pieces: string[] = []
  let fault: RewriterFault | undefined
  try {
    for await (const piece of rewriter.stream(PROMPT, signal)) pieces.push(piece)
  } catch (error) {
    fault = error as RewriterFault
  }
  return { text: pieces.join(''), pieces, fault, asked: endpoint.asked }
}

test('asks one streamed completion, with the key and the prompt', async () => {
  const { text, fault, asked } = await read(answers('好的呢，亲'))
  expect(text).toBe('好的呢，亲')
  expect(fault).toBeUndefined()
  expect(asked).toHaveLength(1)
  expect(asked[0]!.body).toEqual({
    model: 'm',
    stream: true,
    messages: [
      { role: 'system', content: 'rules' },
      { role: 'user', content: PROMPT.user },
    ],
  })
  expect(asked[0]!.headers.authorization).toBe('Bearer secret')
})

describe('reads', () => {
  test('CRLF, comments and other fields', async () => {
    const { text, fault } = await read((out) => {
      begin(out)
      const lines = `: hello\n\nevent: message\nid: 7\nretry: 10\n${content('好')}: still here\n\n${content('的')}${STOP}${DONE}`
      out.end(lines.replaceAll('\n', '\r\n'))
    })
    expect([text, fault]).toEqual(['好的', undefined])
  })

  test('one byte at a time, letters torn apart', async () => {
    const { text, fault } = await read(async (out) => {
      begin(out)
      for (const byte of Buffer.from(content('好的') + STOP + DONE)) {
        out.write(Buffer.from([byte]))
        await new Promise(setImmediate)
      }
      out.end()
    })
    expect([text, fault]).toEqual(['好的', undefined])
  })

  test('a stream that ends without [DONE]', async () => {
    const { text, fault } = await read((out) => {
      begin(out)
      out.end(content('好的') + STOP)
    })
    expect([text, fault]).toEqual(['好的', undefined])
  })

  test('reasoning as a sign of life only', async () => {
    const { text, pieces } = await read((out) => {
      begin(out)
      out.write(chunk({ reasoning_content: '想一想：保证到货' }))
      out.write(chunk({ reasoning: 'hm' }))
      out.end(content('好的') + STOP + DONE)
    })
    expect(text).toBe('好的')
    expect(pieces.slice(0, 2)).toEqual(['', ''])
  })

  test('chunks without choices', async () => {
    const { text, fault } = await read((out) => {
      begin(out)
      out.end(
        `data: {"choices":[]}\n\ndata: {}\n\n${content('好的')}${STOP}data: {"usage":{"total_tokens":3}}\n\n${DONE}`,
      )
    })
    expect([text, fault]).toEqual(['好的', undefined])
  })
})

describe('fails, without trying again, on', () => {
  test.each([429, 500, 503, 401])('status %i', async (status) => {
    const { fault, asked } = await read((out) => {
      out
        .writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' })
        .end('{"error":{"message":"secret words"}}')
    })
    expect(fault?.message).toBe(`the endpoint failed: status ${status}`)
    expect(asked).toHaveLength(1)
  })

  test('garbage instead of JSON', async () => {
    const { fault } = await read((out) => {
      begin(out)
      out.end(`data: {"choices":[{]\n\n${DONE}`)
    })
    expect(fault?.message).toMatch(/^the endpoint failed/)
  })

  test('an error within the stream', async () => {
    const { fault } = await read((out) => {
      begin(out)
      out.end(`${content('好')}data: {"error":{"message":"overloaded"}}\n\n`)
    })
    expect(fault?.message).toMatch(/^the endpoint failed/)
    expect(fault?.message).not.toContain('overloaded')
  })

  test('a connection cut within the stream', async () => {
    const { text, fault } = await read(async (out) => {
      begin(out)
      out.write(content('好'))
      await sleep(20)
      out.destroy()
    })
    expect(text).toBe('好')
    expect(fault).toBeDefined()
  })

  test.each([
    ['an end without a word why', ''],
    ['an answer that ran out of room', chunk({}, 'length')],
    ['an answer that a filter ended', chunk({}, 'content_filter')],
  ])('%s', async (_, end) => {
    const { fault } = await read((out) => {
      begin(out)
      out.end(content('好的，我') + end + DONE)
    })
    expect(fault?.isCut).toBe(true)
  })

  test('an endless line', async () => {
    const { fault } = await read((out) => {
      begin(out)
      const more = () => {
        while (!out.destroyed && out.write('x'.repeat(65_536)));
        if (!out.destroyed) out.once('drain', more)
      }
      out.write('data: ')
      more()
    })
    expect(fault?.message).toMatch(/^the endpoint failed/)
  })

  test('an endpoint that is not there', async () => {
    const rewriter = await openaiRewriter({ model: 'm', baseUrl: 'http://127.0.0.1:9/v1', apiKey: undefined })
    await expect(rewriter.stream(PROMPT, new AbortController().signal)[Symbol.asyncIterator]().next()).rejects.toThrow(
      'the endpoint failed',
    )
  })
})

test('an abort ends the stream quietly and hangs up', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('enough')), 60)
  const { text, fault, asked } = await read((out) => {
    begin(out)
    out.write(content('好'))
  }, stop.signal)
  expect([text, fault]).toEqual(['好', undefined])
  await expect.poll(() => asked[0]!.isGone()).toBe(true)
})
