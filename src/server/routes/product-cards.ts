import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Card, type Catalogue, staleFields } from '../../policy/index.ts'
import { HuashuError, Id, OfStore, ProductStanding } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { productStanding } from '../goods/product-standing.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'
import { searchGoods } from '../search/search-goods.ts'
import { ProductsAsked, ProductsResult } from './library-shapes.ts'
import { pageOf } from './page-of.ts'
import { tagged } from './tagged.ts'

const PAGE = 50
const ById = z.object({ id: Id })

/** The cards of what a store sells, as they are now; every answer carries an `ETag`. */
export function productCardRoutes(app: FastifyInstance, { engine, goodsDesk, scriptDesk, clock }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/products',
    {
      config: { forPanels: true },
      schema: {
        summary:
          "The store's product cards, all or those found by `q`: by name, id, id on a platform or sku, where one begins with it first. `stale` names those whose price or stock is too old to be said for sure.",
        querystring: ProductsAsked,
        response: { 200: ProductsResult },
      },
    },
    async (request, reply) => {
      const { limit = PAGE, cursor, store: asked, q } = request.query
      const store = storeFor(callerOf(request), engine, asked)
      // what was written a moment ago is seen
      await goodsDesk.settled()
      const deps = engine.deps(store)
      const found = q?.trim() ? await searchGoods(deps.catalogue, q) : deps.catalogue.all
      const page = pageOf(found, cursor, limit)
      const products = [...page.items]
      const staleOf = staleFields(deps.store, clock.now())
      const stale = products.map((card) => ({ id: card.id, fields: staleOf(card) }))
      return tagged(request, reply, { products, stale: stale.filter(({ fields }) => fields.length > 0), ...page.next })
    },
  )

  typed.get(
    '/v1/products/:id',
    {
      schema: {
        summary: 'One product card, with prices and stock as they are now.',
        params: ById,
        querystring: OfStore,
        response: { 200: Card },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      await goodsDesk.settled()
      return tagged(request, reply, cardIn(engine.deps(store).catalogue, request.params.id))
    },
  )

  typed.get(
    '/v1/products/:id/standing',
    {
      schema: {
        summary:
          'What is too old of a product to be said for sure, what scripts ask for that its card does not know, and which scripts are about it.',
        params: ById,
        querystring: OfStore,
        response: { 200: ProductStanding },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      await Promise.all([goodsDesk.settled(), scriptDesk.settled()])
      const deps = engine.deps(store)
      const card = cardIn(deps.catalogue, request.params.id)
      return tagged(request, reply, await productStanding(deps, card, clock.now()))
    },
  )
}

/** @throws HuashuError `not_found` */
function cardIn({ get }: Catalogue, id: string): Card {
  const card = get(id)
  if (card) return card
  throw new HuashuError('not_found', `there is no product "${id}"`)
}
