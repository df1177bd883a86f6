import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { HuashuError, IngestQuery } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { CONSOLE } from './console.ts'

const PAGE = join(CONSOLE, 'chatwoot.html')

/**
 * The page that Chatwoot shows beside a conversation, as a dashboard app. It is the only one that may stand in a frame, and only in that of the store's
 * Chatwoot, whose origin has to be among the allowed ones.
 */
export function chatwootAppRoute(app: FastifyInstance, { sources }: Gateway, allowedOrigins: readonly string[]): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/apps/chatwoot', { schema: { hide: true, querystring: IngestQuery } }, async (request, reply) => {
      const { store } = request.query
      const source = sources.find((known) => known.store === store && known.chatwoot)
      const origin = source?.chatwoot && new URL(source.chatwoot.baseUrl).origin
      if (!source || !origin || !allowedOrigins.includes(origin))
        throw new HuashuError('not_found', 'no Chatwoot of this store is among the ALLOWED_ORIGINS')
      const frame = { store, channel: source.channel, origin }
      if (!existsSync(PAGE)) throw new HuashuError('unavailable', 'the page is not built: run "npm run build"')
      const page = (await readFile(PAGE, 'utf8')).replace('{{frame}}', attribute(JSON.stringify(frame)))
      return reply
        .removeHeader('x-frame-options')
        .header('content-security-policy', `default-src 'self';frame-ancestors ${origin}`)
        .type('text/html; charset=utf-8')
        .serializer(String)
        .send(page)
    })
}

/** Text that can stand between double quotes in HTML. */
const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
