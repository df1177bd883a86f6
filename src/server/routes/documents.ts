import type { FastifyInstance } from 'fastify'
import { asyncApi } from '../wire/asyncapi.ts'
import { type OpenApi, protocolMarkdown } from '../wire/protocol-md.ts'

/** The protocol, for programs and for people. */
export function documentRoutes(app: FastifyInstance): void {
  const schema = { hide: true }
  app.get('/openapi.json', { schema }, async () => app.swagger())
  app.get('/asyncapi.json', { schema }, async () => asyncApi())
  app.get('/docs', { schema }, async (_request, reply) => {
    const text = protocolMarkdown(app.swagger() as unknown as OpenApi, asyncApi())
    return reply.type('text/html; charset=utf-8').send(page(text))
  })
}

function page(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const links =
    '<a href="/openapi.json">openapi.json</a> <a href="/asyncapi.json">asyncapi.json</a> <a href="/">console</a>'
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Huashu protocol</title><p>${links}</p><pre>${escaped}</pre></html>`
}
