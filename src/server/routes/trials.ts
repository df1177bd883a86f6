import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Id, OfStore, Trial, TrialRequest, TrialsQuery, TrialsResult } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

const ById = z.object({ id: Id })

/** Wordings of a script that are compared with each other. */
export function trialRoutes(app: FastifyInstance, { engine, trialDesk }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/trials',
    {
      schema: {
        summary: 'Comparisons of wordings, with what they have come to. Roles lead and admin.',
        querystring: TrialsQuery,
        response: { 200: TrialsResult },
      },
    },
    async (request) => {
      const { store, script } = request.query
      return { trials: trialDesk.list(storeFor(leadOf(callerOf(request)), engine, store), script) }
    },
  )

  typed.post(
    '/v1/trials',
    {
      schema: {
        summary: 'Compare two or more wordings of a script, or its draft with the one in use. Roles lead and admin.',
        body: TrialRequest,
        response: { 201: Trial },
      },
    },
    async (request, reply) => {
      const who = leadOf(callerOf(request))
      return reply.code(201).send(await trialDesk.start(storeFor(who, engine, request.body.store), who, request.body))
    },
  )

  typed.get(
    '/v1/trials/:id',
    {
      schema: {
        summary: 'One comparison of wordings. Roles lead and admin.',
        params: ById,
        querystring: OfStore,
        response: { 200: Trial },
      },
    },
    async (request) =>
      trialDesk.view(storeFor(leadOf(callerOf(request)), engine, request.query.store), request.params.id),
  )

  typed.post(
    '/v1/trials/:id/end',
    {
      schema: {
        summary: 'End a comparison: its script is said as before. Roles lead and admin.',
        params: ById,
        body: OfStore,
        response: { 200: Trial },
      },
    },
    async (request) => {
      const who = leadOf(callerOf(request))
      return trialDesk.end(storeFor(who, engine, request.body.store), who, request.params.id)
    },
  )
}

function leadOf(principal: Principal): Principal {
  if (isLead(principal)) return principal
  throw needsLead()
}
