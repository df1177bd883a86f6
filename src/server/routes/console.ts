import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Gateway } from '../gateway.ts'

/** Where `npm run build` leaves the console. */
export const CONSOLE = join(import.meta.dirname, '../../../dist/console')
const MISSING = 'The console is not built: run "npm run build". The API is served all the same.'

/** The pages of the console. What carries a hash in its name never changes; everything else is asked for again. */
export async function consoleRoutes(
  app: FastifyInstance,
  { logger }: Pick<Gateway, 'logger'>,
  folder = CONSOLE,
): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    logger.warn(MISSING)
    app.get('/', { schema: { hide: true } }, async (_request, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').serializer(String).send(`${MISSING}\n`),
    )
    return
  }
  await app.register(files, {
    root: folder,
    schemaHide: true,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, path) {
      const isHashed = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
