import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HuashuError, Id, ShopperErasure, ShopperExport, ShopperQuery } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'

const ById = z.object({ id: Id })

/** What is stored of one shopper: to be handed out, or erased. */
export function shopperRoutes(app: FastifyInstance, { engine, shoppers }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/shoppers/:id/export',
    {
      schema: {
        summary: 'Everything that is stored of the conversations whose facts name this shopper. Role admin.',
        params: ById,
        querystring: ShopperQuery,
        response: { 200: ShopperExport },
      },
    },
    async (request) => shoppers.export(storeOf(request, request.query.store), request.params.id),
  )

  typed.delete(
    '/v1/shoppers/:id',
    {
      schema: {
        summary:
          'Erase what was said and who it was in the conversations whose facts name this shopper; what is counted stays, without them. Role admin.',
        params: ById,
        querystring: ShopperQuery,
        response: { 200: ShopperErasure },
      },
    },
    async (request) => shoppers.erase(storeOf(request, request.query.store), request.params.id),
  )

  function storeOf(request: FastifyRequest, asked: string): string {
    const principal = callerOf(request)
    if (!principal.roles.includes('admin')) throw new HuashuError('forbidden', 'this needs the role admin')
    return storeFor(principal, engine, asked)
  }
}
