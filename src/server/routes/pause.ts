import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { OfStore, PauseRequest, PauseResult } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'

/** The switch over all suggestions of a store. */
export function pauseRoutes(app: FastifyInstance, { engine, pauseSwitch }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/suggestions/pause',
    {
      schema: {
        summary: "Whether a store's suggestions are switched off.",
        querystring: OfStore,
        response: { 200: PauseResult },
      },
    },
    async (request) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      return { store, ...pauseSwitch.of(store) }
    },
  )

  typed.put(
    '/v1/suggestions/pause',
    {
      schema: {
        summary: "Switch a store's suggestions off, or on again, from the next answer on. Roles lead and admin.",
        body: PauseRequest,
        response: { 200: PauseResult },
      },
    },
    async (request) => {
      const who = callerOf(request)
      if (!isLead(who)) throw needsLead()
      const store = storeFor(who, engine, request.body.store)
      return { store, ...(await pauseSwitch.turn(store, who, request.body.paused)) }
    },
  )
}
