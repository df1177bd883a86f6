import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HuashuError } from '../../protocol/index.ts'

/** Sends a document with its `ETag`, or 304 when the client has it already. @throws HuashuError `precondition_failed` */
export function tagged<T>(request: FastifyRequest, reply: FastifyReply, document: T): T {
  const etag = `"${hash('sha1', JSON.stringify(document), 'base64url')}"`
  const { 'if-none-match': known, 'if-match': needed } = request.headers
  if (needed !== undefined && needed !== etag) {
    throw new HuashuError('precondition_failed', 'this has changed since it was read')
  }
  reply.header('etag', etag)
  if (known === etag) reply.code(304)
  return document
}
