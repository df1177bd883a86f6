import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HuashuError } from '../../protocol/index.ts'

/** Sends a document with its `ETag`, or 304 when the client has it already. @throws HuashuError `precondition_failed` */
export function tagged<T>(request: FastifyRequest, reply: FastifyReply, document: T): T {
  checkMatch(request, document)
  if (request.headers['if-none-match'] === etagOf(document)) reply.code(304)
  return withTag(reply, document)
}

/** Sends a document that was just written with its `ETag`. */
export function withTag<T>(reply: FastifyReply, document: T): T {
  reply.header('etag', etagOf(document))
  return document
}

/** Whether `If-Match` lets a request do what it is about to do to this document. @throws HuashuError `precondition_failed` */
export function checkMatch(request: FastifyRequest, document: unknown): void {
  const needed = request.headers['if-match']
  if (needed === undefined || (document !== undefined && (needed === '*' || needed === etagOf(document)))) return
  throw new HuashuError('precondition_failed', 'this has changed since it was read')
}

function etagOf(document: unknown): string {
  return `"${hash('sha1', JSON.stringify(document), 'base64url')}"`
}
