import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SLOTS } from '../../intents/index.ts'
import { Card, StorePolicy } from '../../policy/index.ts'
import { HuashuError, Id, Locale, ScriptsQuery, ScriptsResult } from '../../protocol/index.ts'
import type { Entry } from '../../scripts/index.ts'
import { mayTouch, storeFor } from '../access.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { pageOf } from './page-of.ts'

const Page = z.object({
  store: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
})
const ProductsResult = z
  .object({ products: z.array(Card), cursor: z.string().optional() })
  .meta({ id: 'ProductsResult' })
/** The whole of `store.yaml`; its many fields are described where a store writes them. */
const PolicyResult = z
  .looseObject({ id: Id, name: StorePolicy.shape.name, timezone: z.string(), currency: z.string(), locales: z.array(Locale) })
  .meta({ id: 'PolicyResult' })
const StoresResult = z
  .object({
    stores: z.array(
      z.object({
        id: Id,
        name: StorePolicy.shape.name,
        locales: z.array(Locale),
        timezone: z.string(),
        currency: z.string(),
      }),
    ),
  })
  .meta({ id: 'StoresResult' })
const SlotsResult = z
  .object({
    slots: z.array(
      z.object({
        name: z.string(),
        from: z.string(),
        personal: z.boolean(),
        shows: z.string().optional(),
        says: z.record(Locale, z.string()),
      }),
    ),
  })
  .meta({ id: 'SlotsResult' })

const PAGE = 50
const SEARCH_HITS = 200

/** What the store says and knows, read only; every answer carries an `ETag`. */
export function libraryRoutes(app: FastifyInstance, { engine }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/scripts',
    {
      schema: {
        summary: 'Search the script library, or list it.',
        querystring: z.object(ScriptsQuery.shape),
        response: { 200: ScriptsResult },
      },
    },
    async (request, reply) => {
      const { q, intent, limit = PAGE, cursor } = request.query
      const deps = engine.deps(storeFor(callerOf(request), engine, request.query.store))
      const { entries, index } = deps.library.shelf(request.query.locale ?? deps.store.locales[0]!)
      const found = q ? index.search(q, SEARCH_HITS).map(({ document }) => entries[document]!) : entries
      const page = pageOf(intent ? found.filter(({ script }) => isFor(script.intents, intent)) : found, cursor, limit)
      return tagged(request, reply, { scripts: page.items.map(hitOf), ...page.next })
    },
  )

  typed.get(
    '/v1/products',
    { schema: { summary: "The store's product cards.", querystring: Page, response: { 200: ProductsResult } } },
    async (request, reply) => {
      const { limit = PAGE, cursor, store } = request.query
      const { catalogue } = engine.deps(storeFor(callerOf(request), engine, store))
      const page = pageOf(catalogue.all, cursor, limit)
      return tagged(request, reply, { products: [...page.items], ...page.next })
    },
  )

  typed.get(
    '/v1/policies',
    {
      schema: {
        summary: 'What the store promises.',
        querystring: Page.pick({ store: true }),
        response: { 200: PolicyResult },
      },
    },
    async (request, reply) =>
      tagged(request, reply, engine.deps(storeFor(callerOf(request), engine, request.query.store)).store),
  )

  typed.get(
    '/v1/stores',
    { schema: { summary: 'The stores this caller may touch.', response: { 200: StoresResult } } },
    async (request, reply) => {
      const principal = callerOf(request)
      const stores = engine.storeIds
        .filter((id) => mayTouch(principal, id))
        .map((storeId) => {
          const { id, name, locales, timezone, currency } = engine.deps(storeId).store
          return { id, name, locales, timezone, currency }
        })
      return tagged(request, reply, { stores })
    },
  )

  typed.get(
    '/v1/slots',
    {
      schema: {
        summary: 'The slot vocabulary: what is extracted, shown, hidden and checked.',
        response: { 200: SlotsResult },
      },
    },
    async (request, reply) => tagged(request, reply, { slots: SLOT_LIST }),
  )
}

const SLOT_LIST = Object.entries(SLOTS).map(([name, spec]) => ({
  name,
  from: spec.from,
  personal: 'personal' in spec,
  ...('shows' in spec ? { shows: spec.shows } : {}),
  says: spec.says,
}))

function isFor(intents: readonly string[], asked: string): boolean {
  return intents.some((intent) => intent === asked || intent.startsWith(`${asked}.`))
}

function hitOf({ script }: Entry): z.infer<typeof ScriptsResult>['scripts'][number] {
  const { id, category, intents, tier, locale, note, wordings } = script
  return { id, category, intents, tier, locale, text: wordings[0]!.short, ...(note === '' ? {} : { note }) }
}

/** Sends a document with its `ETag`, or 304 when the client has it already. @throws HuashuError `precondition_failed` */
function tagged<T>(request: FastifyRequest, reply: FastifyReply, document: T): T {
  const etag = `"${hash('sha1', JSON.stringify(document), 'base64url')}"`
  const { 'if-none-match': known, 'if-match': needed } = request.headers
  if (needed !== undefined && needed !== etag) {
    throw new HuashuError('precondition_failed', 'this has changed since it was read')
  }
  reply.header('etag', etag)
  if (known === etag) reply.code(304)
  return document
}
