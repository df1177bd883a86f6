import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SLOTS } from '../../intents/index.ts'
import { type ScriptHit, ScriptsQuery, ScriptsResult } from '../../protocol/index.ts'
import type { Match } from '../../scripts/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { mayTouch, storeFor } from '../principal.ts'
import { searchScripts } from '../search/search-scripts.ts'
import { Page, PolicyResult, ProductsResult, SlotsResult, StoresResult } from './library-shapes.ts'
import { pageOf } from './page-of.ts'
import { tagged } from './tagged.ts'

const PAGE = 50

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
      const locale = request.query.locale ?? deps.store.locales[0]!
      const found = q
        ? await searchScripts(deps, locale, q, callerOf(request).agent?.id)
        : deps.library.shelf(locale).entries.map((entry) => ({ entry }))
      const page = pageOf(
        intent ? found.filter(({ entry }) => isFor(entry.script.intents, intent)) : found,
        cursor,
        limit,
      )
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

function hitOf({ entry: { script }, by, at }: Pick<Match, 'entry'> & Partial<Match>): z.infer<typeof ScriptHit> {
  const { id, code, category, intents, tier, locale, note, wordings } = script
  return {
    id,
    ...(code === undefined ? {} : { code }),
    ...(by === undefined ? {} : { foundBy: by }),
    category,
    intents,
    tier,
    locale,
    text: wordings[at?.wording ?? 0]![at?.length ?? 'short'],
    ...(note === '' ? {} : { note }),
  }
}
