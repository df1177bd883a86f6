import websocket from '@fastify/websocket'
import Fastify from 'fastify'

// The bare transport: what @fastify/websocket does with the same frames when nothing is done with them.

const app = Fastify()
await app.register(websocket)
app.get('/readyz', () => ({ ready: true }))
app.get('/v1/stream', { websocket: true }, (socket) => {
  socket.on('message', (frame: Buffer) => socket.send(frame.toString()))
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
