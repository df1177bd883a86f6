import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { ErrorBody } from '../../protocol/index.ts'
import type { OpenApi } from './protocol-md.ts'

/** Shapes of the batch, whose bodies are streams of lines and therefore not described by its route. */
const LINES = ['BatchLine', 'BatchResult']

/** Collects every route registered after it into an OpenAPI 3.1 document, `app.swagger()`. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Huashu',
        version: '1.0.0',
        description:
          'Reply suggestions for live store agents. Every error has the shape ErrorBody; the websocket is described in /asyncapi.json.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }, {}],
    },
    transform: (route) => jsonSchemaTransform({ ...route, schema: withErrors(route.schema) }),
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document) as OpenApi),
  })
}

function withErrors<T extends { hide?: boolean; response?: unknown }>(schema: T): T {
  if (!schema || schema.hide) return schema
  return { ...schema, response: { ...(schema.response as object | undefined), default: ErrorBody } }
}

/** Every named schema of the process is collected; only those that a route leads to belong in the document. */
function withoutUnused(document: OpenApi): OpenApi {
  const { schemas } = document.components
  const used = new Set<string>()
  const follow = (text: string) => {
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || used.has(name)) continue
      used.add(name)
      follow(JSON.stringify(schemas[name]))
    }
  }
  follow(JSON.stringify([document.paths, LINES.map((name) => `#/components/schemas/${name}`)]))
  const kept = Object.entries(schemas).filter(([name]) => used.has(name))
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } }
}
