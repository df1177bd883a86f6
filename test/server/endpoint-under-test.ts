import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What a gateway asked of the endpoint. */
export interface Asked {
  readonly body: {
    readonly model: string
    readonly stream: boolean
    readonly messages: { role: string; content: string }[]
  }
  readonly headers: IncomingHttpHeaders
  /** The user message: our JSON. */
  readonly data: { readonly reply: string; readonly marks: Record<string, string>; readonly shopper: string }
  /** True once the gateway has hung up. */
  readonly isGone: () => boolean
}

export type Behaviour = (out: ServerResponse, asked: Asked) => void | Promise<void>

/** A real HTTP server that speaks the streaming protocol, well or badly. */
export async function endpointUnderTest(behaviour: Behaviour) {
  const asked: Asked[] = []
  let behave = behaviour
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request))
    let gone = false
    response.on('close', () => {
      gone = true
    })
    const one: Asked = {
      body,
      headers: request.headers,
      data: JSON.parse(body.messages[1].content),
      isGone: () => gone,
    }
    asked.push(one)
    await behave(response, one)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    become(next: Behaviour) {
      behave = next
    },
  }
}

export const DONE = 'data: [DONE]\n\n'
export const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
export const content = (words: string) => chunk({ content: words })
export const STOP = chunk({}, 'stop')

export function begin(out: ServerResponse): void {
  out.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  out.flushHeaders()
}

/** Answers with these words, as it should be done. */
export const answers =
  (words: string | ((asked: Asked) => string)): Behaviour =>
  (out, asked) => {
    begin(out)
    const all = typeof words === 'string' ? words : words(asked)
    for (const piece of all.match(/.{1,3}/gsu) ?? []) out.write(content(piece))
    out.end(STOP + DONE)
  }
