import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { HuashuError, SIGNATURE_HEADER, SitesDocument } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'

/** How chat pages are read, for extensions: signed, so that what lies between can change nothing. */
export function siteRoutes(app: FastifyInstance, { sites }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/sites',
    {
      schema: {
        summary: `Descriptions of chat pages, signed in the header ${SIGNATURE_HEADER}; 304 when If-None-Match names them.`,
        response: { 200: SitesDocument },
      },
      // the bytes that were signed are the bytes that are sent
      serializerCompiler: () => (body) => body as string,
    },
    async (request, reply) => {
      if (!sites) throw new HuashuError('not_found', 'no descriptions of chat pages are served here')
      reply.header('etag', sites.etag).header(SIGNATURE_HEADER, sites.signature)
      reply.type('application/json; charset=utf-8')
      if (request.headers['if-none-match'] === sites.etag) reply.code(304 as 200)
      return reply.send(sites.body as unknown as SitesDocument)
    },
  )
}
