import type { FastifyInstance, HTTPMethods } from 'fastify'
import { HuashuError } from '../../protocol/index.ts'

const WRITES: HTTPMethods[] = ['POST', 'PUT', 'PATCH', 'DELETE']
const ANY: HTTPMethods[] = ['GET', ...WRITES]

/** Addresses the protocol fixes whose work is not built yet; clients can tell them from addresses that do not exist. */
export const UNAVAILABLE: readonly { readonly url: string; readonly method: HTTPMethods[] }[] = [
  ...['/v1/stores', '/v1/slots'].flatMap((url) => [
    { url, method: WRITES },
    { url: `${url}/:id`, method: ANY },
  ]),
]

export function unavailableRoutes(app: FastifyInstance): void {
  for (const { url, method } of UNAVAILABLE) {
    app.route({
      url,
      method,
      schema: { hide: true },
      handler: async () => {
        throw new HuashuError('unavailable', 'this part of the protocol is not built yet')
      },
    })
  }
}
