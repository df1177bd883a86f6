import { z } from 'zod'
import * as protocol from '../../protocol/index.ts'

type JsonSchema = Record<string, unknown>

export interface AsyncApi {
  readonly asyncapi: '3.0.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Record<string, unknown>
  readonly [part: string]: unknown
}

/** The websocket as an AsyncAPI 3 document, from the frame schemas. */
export function asyncApi(): AsyncApi {
  const client = Object.keys(protocol.CLIENT_FRAMES)
  const server = Object.keys(protocol.SERVER_FRAMES)
  const frames = [...client, ...server]
  const refs = (names: readonly string[], path: string) => names.map((name) => ({ $ref: `${path}/${name}` }))
  const channel = { $ref: '#/channels/stream' }
  const inChannel = '#/channels/stream/messages'
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Huashu stream',
      version: '1.0.0',
      description:
        'One JSON object per text frame. Unknown types are ignored. See docs/protocol.md for the order of frames.',
    },
    defaultContentType: 'application/json',
    channels: {
      stream: {
        address: '/v1/stream',
        messages: Object.fromEntries(frames.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: {
      fromClient: { action: 'receive', channel, messages: refs(client, inChannel) },
      toClient: { action: 'send', channel, messages: refs(server, inChannel) },
    },
    components: {
      messages: Object.fromEntries(
        frames.map((name) => [name, { name, payload: { $ref: `#/components/schemas/${name}` } }]),
      ),
      schemas: frameSchemas(),
    },
  }
}

/** Every frame, and every named shape of the wire that frames use, as JSON Schema. */
function frameSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const schema of Object.values(protocol)) {
    const id = schema instanceof z.ZodType ? schema.meta()?.id : undefined
    if (id) registry.add(schema as z.ZodType, { id })
  }
  for (const [id, schema] of Object.entries({ ...protocol.CLIENT_FRAMES, ...protocol.SERVER_FRAMES })) {
    registry.add(schema, { id })
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  })
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema as JsonSchema]),
  )
}
