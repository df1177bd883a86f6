import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const DIST = join(import.meta.dirname, '../../../dist')
/** What pages load, by path. */
const SCRIPTS = {
  '/panel.js': 'panel/huashu-panel.js',
  '/panel.mjs': 'panel/huashu-panel.mjs',
  '/panel.en.js': 'panel/panel.en.js',
  '/panel.ko.js': 'panel/panel.ko.js',
  '/sdk.js': 'sdk/index.js',
  '/hosts.js': 'hosts/index.js',
}
/** How long a page may use the scripts it has without asking whether there are newer ones, in seconds. */
const FRESH_S = 300

/** The panel, the SDK and the hosts of desks that are no web pages, as they were built, for the pages of any console: the same for everybody, with nothing of a store in them. */
export async function panelRoutes(app: FastifyInstance): Promise<void> {
  await app.register(files, { root: DIST, serve: false })
  for (const [path, file] of Object.entries(SCRIPTS))
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', `public, max-age=${FRESH_S}`)
        .sendFile(file, { cacheControl: false }),
    )
}
