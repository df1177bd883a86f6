import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { TOKEN } from './webhook.ts'

/** What was asked of the server. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Record<string, unknown>
}
/** A message that the server keeps, as it would tell of it by webhook. */
export interface Kept {
  readonly id: number
  readonly conversationId: number
  readonly content: string
  readonly private: boolean
  readonly content_attributes: object
}

/** How the server takes the next request: as it should, with a status, or not at all. */
export type Mood = 'well' | 'public' | 'stalls' | 'hangs up' | number | ((out: ServerResponse) => void)

const MESSAGES = /^\/api\/v1\/accounts\/1\/conversations\/(\d+)\/messages$/

/** A real HTTP server that behaves like Chatwoot's API for messages, and shows pages like its dashboard; `moods` are used up one per request, then it does well. */
export async function chatwootUnderTest(onCreated: (message: Kept) => void = () => undefined) {
  const asked: Asked[] = []
  const kept: Kept[] = []
  const moods: Mood[] = []
  const pages = new Map<string, string>()
  const server = createServer(async (request, out) => {
    const { method = '', url = '', headers } = request
    const page = pages.get(url)
    if (page !== undefined) return out.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    const body = JSON.parse((await text(request)) || '{}')
    asked.push({ method, url, headers, body })
    const mood = moods.shift() ?? 'well'
    const answer = (status: number, json: object) =>
      out.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    if (mood === 'stalls') return
    if (mood === 'hangs up') return request.socket.destroy()
    if (typeof mood === 'function') return mood(out)
    if (typeof mood === 'number') return answer(mood, { error: 'as the test wants it' })
    if (headers.api_access_token !== TOKEN) return answer(401, { error: 'You need to sign in' })
    const [, conversation] = MESSAGES.exec(url) ?? []
    if (method !== 'POST' || conversation === undefined) return answer(404, { error: 'Resource could not be found' })
    const { content, content_attributes } = body
    const message = {
      id: 5_000 + kept.length,
      conversationId: Number(conversation),
      content,
      private: mood !== 'public' && body.private === true,
      content_attributes,
    }
    kept.push(message)
    answer(200, {
      ...message,
      message_type: 1,
      created_at: Math.floor(Date.now() / 1000),
      sender: { id: 99, type: 'user' },
    })
    onCreated(message)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    asked,
    kept,
    moods,
    pages,
    stop: () => new Promise((done) => server.close(done)),
  }
}
