import { hash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { HuashuError, IngestPath, IngestQuery, IngestResult, IngestSecretPath } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { CHATWOOT_DELIVERY } from '../ingest/chatwoot-settings.ts'
import { parseExactJson } from '../ingest/exact-json.ts'
import type { Source } from '../ingest/source.ts'
import { takeIn } from '../ingest/take-in.ts'
import { toWire } from '../plugins/errors.ts'
import { Recent } from '../recent.ts'

/** Deliveries remembered, so that one sent again does no work. */
const DELIVERIES = 10_000

interface Address {
  readonly platform: string
  readonly secret?: string
}

/** Webhooks of chat platforms. No key opens them: each platform proves by its own means that it is itself. */
export function ingestRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { sources, notes, clock, access, metrics, logger } = gateway
  const delivered = new Recent<string, IngestResult>(DELIVERIES)
  // signatures are over the bytes as they came
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onClose', async () => notes.close())

  async function receive(request: FastifyRequest, { platform, secret }: Address, store: string): Promise<IngestResult> {
    const source = sources.find((known) => known.store === store && known.platform === platform)
    if (!source) throw new HuashuError('not_found', `nothing is set up to take in ${platform} for this store`)
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const now = clock.now()
    source.authenticate({ headers: request.headers, body, pathSecret: secret, now, access })
    const delivery = deliveryOf(source, request.headers, body)
    const known = delivery && delivered.get(delivery)
    if (known) {
      metrics.ingested.inc({ platform, outcome: 'duplicate' })
      return { ...known, duplicates: known.messages + known.events }
    }
    const mapped = source.read(parseExactJson(body.toString('utf8')), now)
    const result = await takeIn(source, mapped, gateway, (answer) => notes.answered(source, answer))
    if (delivery) delivered.set(delivery, result)
    metrics.ingested.inc({ platform, outcome: mapped.incoming.length > 0 ? 'taken' : 'ignored' })
    return result
  }

  async function answer(request: FastifyRequest, address: Address, store: string): Promise<IngestResult> {
    try {
      return await receive(request, address, store)
    } catch (error) {
      const { code, message } = toWire(error)
      const platform = sources.some((source) => source.platform === address.platform) ? address.platform : 'unknown'
      metrics.ingested.inc({ platform, outcome: code })
      // its sender shows nobody what went wrong
      if (code === 'unauthorized' || code === 'bad_request')
        logger.warn({ store, platform, code, says: message }, 'a webhook was refused')
      throw error
    }
  }

  for (const { store, platform, isUnsigned } of sources)
    if (isUnsigned)
      logger.warn(
        { store, platform },
        'unsigned webhooks are taken in, at an address with a secret: sign them if you can',
      )

  const typed = app.withTypeProvider<ZodTypeProvider>()
  const schema = { querystring: IngestQuery, response: { 200: IngestResult } }
  typed.post(
    '/v1/ingest/:platform',
    {
      schema: {
        ...schema,
        summary: 'A webhook of a chat platform, in its own JSON; 200 once durable.',
        params: IngestPath,
      },
    },
    async (request) => answer(request, request.params, request.query.store),
  )
  typed.post(
    '/v1/ingest/:platform/:secret',
    {
      schema: {
        ...schema,
        summary: 'The same for platforms that cannot sign: the address holds the secret.',
        params: IngestSecretPath,
      },
    },
    async (request) => answer(request, request.params, request.query.store),
  )
}

/** Chatwoot numbers its deliveries; a retry has the number of the first. The number is not signed, so the body counts too. */
function deliveryOf({ store, chatwoot }: Source, headers: IncomingHttpHeaders, body: Buffer): string | undefined {
  const id = chatwoot && headers[CHATWOOT_DELIVERY]
  return typeof id === 'string' && id !== '' && id.length <= 100
    ? JSON.stringify([store, id, hash('sha256', body)])
    : undefined
}
