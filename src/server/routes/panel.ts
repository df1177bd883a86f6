import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const BUILT = join(import.meta.dirname, '../../../dist/panel')
/** How long a page may use the panel it has without asking whether there is a newer one, in seconds. */
const FRESH_S = 300

/** The panel's script, for the pages of any console: it is the same for everybody and holds nothing of a store. */
export async function panelRoutes(app: FastifyInstance): Promise<void> {
  await app.register(files, { root: BUILT, serve: false, decorateReply: false, schemaHide: true })
  for (const [path, file] of [
    ['/panel.js', 'huashu-panel.js'],
    ['/panel.mjs', 'huashu-panel.mjs'],
  ] as const)
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', `public, max-age=${FRESH_S}`)
        .sendFile(file, BUILT, { cacheControl: false }),
    )
}
