import type { FastifyInstance } from 'fastify'
import type { Gateway } from '../gateway.ts'
import { type OpenSocket, serveSocket } from '../stream/serve-socket.ts'

/** The websocket. A key on the upgrade (programs) or a ticket in `session.open` (browsers) says who it is. */
export function streamRoutes(app: FastifyInstance, gateway: Gateway, sockets: Set<OpenSocket>): void {
  app.get('/v1/stream', { websocket: true }, (socket, request) => {
    const { authorization } = request.headers
    const known = authorization === undefined ? undefined : request.principal
    const open = serveSocket(socket, request.raw.socket, known, gateway)
    sockets.add(open)
    socket.on('close', () => sockets.delete(open))
  })
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers
    if (authorization !== undefined) request.principal = gateway.access.ofBearer(authorization)
  })
  const watch = setInterval(() => {
    for (const socket of sockets) socket.checkAlive()
  }, gateway.limits.stream.heartbeatMs / 2)
  app.addHook('onClose', async () => clearInterval(watch))
}
