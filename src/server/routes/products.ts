import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  GoodsExportQuery,
  GoodsImportQuery,
  GoodsReport,
  HuashuError,
  Id,
  OfStore,
  ProductsQuery,
  ProductsRequest,
  ProductsWritten,
  StockRequest,
  StockResult,
} from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { exportGoods } from '../import/export-goods.ts'
import { sourceOfBytes } from '../import/file-source.ts'
import { importGoods } from '../import/import-goods.ts'
import { goodsOfLines, readGoods } from '../import/read-goods.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { parseJson } from '../parse-json.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

const ById = z.object({ id: Id })
/** Fifty thousand cards. */
const GOODS_BYTES = 128 * 1_048_576
const STOCK_BYTES = 4 * 1_048_576

/** What a store sells, brought in, told of, taken out. */
export function productRoutes(app: FastifyInstance, { engine, goodsDesk, stockTicker }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-ndjson',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string) => productsOfLines(body),
    )
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/v1/products',
      {
        bodyLimit: GOODS_BYTES,
        schema: {
          summary:
            'Add products, or write them anew, by their ids: all or none; `dryRun=true` only checks. As `application/x-ndjson` the body is one card per line, and the store is in the query. Roles lead and admin.',
          querystring: ProductsQuery,
          body: ProductsRequest,
          response: { 200: ProductsWritten },
        },
      },
      async (request) => {
        const who = leadOf(callerOf(request))
        const store = storeFor(who, engine, request.body.store ?? request.query.store)
        const isTrial = request.query.dryRun === 'true'
        return { store, ...(await goodsDesk.put(store, who, request.body.products, isTrial)) }
      },
    )
  })

  app.register(async (scope) => {
    // the body is the file, whatever the client calls it
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/v1/products/import',
      {
        bodyLimit: GOODS_BYTES,
        schema: {
          summary:
            'Import products from a file (the body): CSV, xlsx or JSON lines; all or none, with a report by row. Roles lead and admin.',
          querystring: GoodsImportQuery,
          response: { 200: GoodsReport },
        },
      },
      async (request) => {
        const who = leadOf(callerOf(request))
        const store = storeFor(who, engine, request.query.store)
        if (!Buffer.isBuffer(request.body) || request.body.length === 0)
          throw new HuashuError('bad_request', 'body: the file is empty')
        const { get } = engine.deps(store).catalogue
        const file = await readGoods(sourceOfBytes(request.body), mappingOf(request.query.map), get)
        const isTrial = request.query.dryRun === 'true'
        return importGoods(goodsDesk, store, who, file, isTrial)
      },
    )
  })

  typed.patch(
    '/v1/products',
    {
      bodyLimit: STOCK_BYTES,
      schema: {
        summary:
          'Tell prices and stock, in use at once; a fault keeps back its own product only. Roles lead and admin.',
        body: StockRequest,
        response: { 200: StockResult },
      },
    },
    async (request) => {
      const who = leadOf(callerOf(request))
      const store = storeFor(who, engine, request.body.store)
      // a product that was written a moment ago is there
      await goodsDesk.settled()
      const { catalogue } = engine.deps(store)
      const faults: { path: string; message: string }[] = []
      const taken = request.body.products.filter(({ id, variants = [] }, i) => {
        const card = catalogue.get(id)
        const skus = new Set(card?.variants.map(({ sku }) => sku))
        const strange = variants.findIndex(({ sku }) => !skus.has(sku))
        if (!card) faults.push({ path: `body.products.${i}.id`, message: `there is no product "${id}"` })
        else if (strange >= 0)
          faults.push({
            path: `body.products.${i}.variants.${strange}.sku`,
            message: `"${id}" has no "${variants[strange]!.sku}"`,
          })
        return card && strange < 0
      })
      if (taken.length > 0) await stockTicker.tell(store, taken)
      return { taken: taken.length, faults }
    },
  )

  typed.get(
    '/v1/products/export',
    {
      schema: {
        summary: 'What the store sells as a file that can be imported again, with prices and stock as they are now.',
        querystring: GoodsExportQuery,
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      // what was written a moment ago is in it
      await goodsDesk.settled()
      const { catalogue } = engine.deps(store)
      const { name, type, bytes } = await exportGoods(catalogue.all, request.query.format ?? 'jsonl')
      return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
    },
  )

  typed.delete(
    '/v1/products/:id',
    {
      schema: {
        summary: 'Take a product off sale. Roles lead and admin.',
        params: ById,
        querystring: OfStore,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const who = leadOf(callerOf(request))
      await goodsDesk.remove(storeFor(who, engine, request.query.store), who, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

/** @throws HuashuError `bad_request` naming the lines that are no JSON */
function productsOfLines(body: string): { readonly products: readonly object[] } {
  const { cards, faults } = goodsOfLines(body)
  if (faults.length === 0) return { products: cards.map(({ card }) => card) }
  const details = faults.slice(0, 200).map(({ row, message }) => ({ path: `line ${row}`, message }))
  throw new HuashuError('bad_request', `line ${faults[0]!.row}: ${faults[0]!.message}`, { details })
}

function mappingOf(map: string | undefined): Record<string, string> {
  if (map === undefined) return {}
  const read = z.record(z.string(), z.string()).safeParse(parseJson(map, 'query.map'))
  if (read.success) return read.data
  throw new HuashuError('bad_request', 'query.map: names of columns by path')
}

function leadOf(principal: Principal): Principal {
  if (isLead(principal)) return principal
  throw needsLead()
}
