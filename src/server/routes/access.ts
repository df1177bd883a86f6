import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { PairingClaim, PairingGrant, PairingResult, TicketRequest, TicketResult } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'

const iso = (at: number): string => new Date(at).toISOString()

/** Tickets for one websocket session, and codes that pair an extension. */
export function accessRoutes(app: FastifyInstance, { access }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.post(
    '/v1/tickets',
    {
      schema: {
        summary: 'A ticket for one websocket session: 60 seconds, single use.',
        body: TicketRequest,
        response: { 201: TicketResult },
      },
    },
    async (request, reply) => {
      const { agent, roles } = request.body
      const principal = callerOf(request)
      const { ticket, expiresAt } = await access.issueTicket(principal, principal.agent ?? agent, roles)
      return reply.code(201).send({ ticket, expiresAt: iso(expiresAt) })
    },
  )

  typed.post(
    '/v1/pairing',
    {
      schema: {
        summary: 'A six-digit code that pairs an extension: 5 minutes, single use.',
        response: { 201: PairingResult },
      },
    },
    async (request, reply) => {
      const { code, expiresAt } = await access.startPairing(callerOf(request))
      return reply.code(201).send({ code, expiresAt: iso(expiresAt) })
    },
  )
}

/** The one route that needs no key: the code is the key. Tried rarely, so that codes cannot be found by trying. */
export function pairingClaimRoute(app: FastifyInstance, { access, sites }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/pairing/claim',
    {
      config: { rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: {
        summary: 'Turn a pairing code into a token of its own, used as a key.',
        body: PairingClaim,
        response: { 201: PairingGrant },
      },
    },
    async (request, reply) => {
      const { token, expiresAt } = await access.claimPairing(request.body.code, request.body.agent)
      const key = sites ? { sitesKey: sites.publicKey } : {}
      return reply.code(201).send({ token, expiresAt: iso(expiresAt), ...key })
    },
  )
}
