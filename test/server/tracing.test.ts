import { context, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gatewayUnderTest } from './gateway-under-test.ts'

const spans = new InMemorySpanExporter()
beforeEach(() => {
  spans.reset()
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
})
afterEach(() => {
  trace.disable()
  context.disable()
})

async function post(text: string) {
  const { app } = await gatewayUnderTest()
  const message = { messageId: 'm1', role: 'shopper', text }
  const payload = { store: 'demo', channel: 'web', conversationId: 'c', message }
  const reply = await app.inject({ method: 'POST', url: '/v1/messages', payload, headers: { 'x-request-id': 'req-1' } })
  expect(reply.statusCode).toBe(202)
  return reply
}

test('with an SDK in the process, a message leaves spans of request, answer and write, without its words', async () => {
  await post('我的电话是13812345678')
  await expect
    .poll(() =>
      spans
        .getFinishedSpans()
        .map(({ name }) => name)
        .sort(),
    )
    .toEqual(['http request', 'log write', 'suggest'])
  const attributes = spans.getFinishedSpans().map((span) => span.attributes)
  expect(attributes).toContainEqual(
    expect.objectContaining({
      'http.route': '/v1/messages',
      'huashu.request': 'req-1',
      'http.response.status_code': 202,
    }),
  )
  expect(attributes).toContainEqual(expect.objectContaining({ 'huashu.because': 'message', 'huashu.suggestions': 1 }))
  expect(JSON.stringify(attributes)).not.toContain('13812345678')
})

test('a failure is told by its kind, not by its words', async () => {
  await post('boom')
  await expect
    .poll(() => spans.getFinishedSpans().find(({ name }) => name === 'suggest')?.status)
    .toEqual({
      code: 2,
      message: 'Error',
    })
})

test('requests carry their id back: the caller’s own when it is decent', async () => {
  expect((await post('在吗')).headers['x-request-id']).toBe('req-1')
  const { app } = await gatewayUnderTest()
  const ask = (id: string) => app.inject({ url: '/healthz', headers: { 'x-request-id': id } })
  expect((await ask('bad id\u0007')).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect((await ask('x'.repeat(101))).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})
