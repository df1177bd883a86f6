import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from '../access.ts'
import type { Principal } from '../principal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; undefined on routes that ask for nobody. */
    principal: Principal | undefined
  }
}

/** Every request to the routes of `app` must come from a known caller. */
export function requireKey(app: FastifyInstance, access: Access): void {
  app.addHook('onRequest', async (request) => {
    request.principal = access.ofBearer(request.headers.authorization)
  })
}

/** The caller, on a route that requires one. */
export function callerOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error(`${request.url} was registered outside requireKey`)
  return request.principal
}
