import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { ErrorBody } from '../../protocol/index.ts'

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
    transformObject: jsonSchemaTransformObject,
  })
}

function withErrors<T extends { hide?: boolean; response?: unknown }>(schema: T): T {
  if (!schema || schema.hide) return schema
  return { ...schema, response: { ...(schema.response as object | undefined), default: ErrorBody } }
}
