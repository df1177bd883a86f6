import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HuashuError } from '../../protocol/index.ts'
import type { Access } from '../access.ts'
import type { Principal } from '../principal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; undefined on routes that ask for nobody. */
    principal: Principal | undefined
  }
  interface FastifyContextConfig {
    /** A panel's own token opens this route, too; every other needs a key. */
    forPanels?: true
  }
}

/** Every request to the routes of `app` must come from a known caller. */
export function requireKey(app: FastifyInstance, access: Access): void {
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers
    const panel = access.ofPanelToken(authorization)
    if (panel && !request.routeOptions.config.forPanels)
      throw new HuashuError('forbidden', "a panel's token does not open this: a key is needed")
    request.principal = panel ? await panel : access.ofBearer(authorization)
  })
}

/** The caller, on a route that requires one. */
export function callerOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error(`${request.url} was registered outside requireKey`)
  return request.principal
}
