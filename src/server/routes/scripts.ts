import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  HuashuError,
  Id,
  OfStore,
  RollbackRequest,
  type ScriptChange,
  ScriptChanges,
  ScriptChangesResult,
  ScriptConflictsResult,
  ScriptRequest,
  ScriptVersionsResult,
  ScriptView,
} from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { conflictsIn } from '../library/script-conflicts.ts'
import { versionsOf } from '../library/script-versions.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'
import { checkMatch, tagged, withTag } from './tagged.ts'

const ById = z.object({ id: Id })
/** Ten thousand scripts at once. */
const BULK_BYTES = 32 * 1_048_576

/** The life of scripts: written, approved, retired, given back as they were. */
export function scriptRoutes(app: FastifyInstance, { engine, scriptDesk, clock }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const matching = (request: FastifyRequest) =>
    request.headers['if-match'] === undefined
      ? {}
      : { mayChange: (seen: ScriptView | undefined) => checkMatch(request, seen) }
  const one = async (request: FastifyRequest, store: string | undefined, change: ScriptChange) => {
    const who = callerOf(request)
    const [view] = await scriptDesk.change(storeFor(who, engine, store), who, [change], matching(request))
    return view!
  }

  typed.post(
    '/v1/scripts',
    {
      schema: {
        summary: "Add a script of the store's own. A lead's is used at once, an agent's is a draft, or for themselves.",
        body: ScriptRequest,
        response: { 201: ScriptView },
      },
    },
    async (request, reply) => {
      const { store: asked, ...given } = request.body
      const store = storeFor(callerOf(request), engine, asked)
      const id = given.script.id ?? `own.${randomUUID()}`
      if (scriptDesk.base(store, id) || scriptDesk.edits(store).has(id))
        throw new HuashuError('id_conflict', `body.script.id: there is a script "${id}" already`)
      reply.code(201)
      return withTag(reply, await one(request, store, { id, op: 'put', version: 0, ...given }))
    },
  )

  typed.get(
    '/v1/scripts/conflicts',
    {
      schema: {
        summary: 'Scripts that contradict each other or the policy, that are out of date, or whose pack has changed.',
        querystring: OfStore,
        response: { 200: ScriptConflictsResult },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      await scriptDesk.settled()
      return tagged(request, reply, {
        conflicts: await conflictsIn(engine.deps(store), scriptDesk, store, clock.now()),
      })
    },
  )

  typed.get(
    '/v1/scripts/:id',
    {
      schema: {
        summary: 'One script with its whole standing.',
        params: ById,
        querystring: OfStore,
        response: { 200: ScriptView },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      return tagged(request, reply, scriptDesk.view(store, request.params.id))
    },
  )

  typed.put(
    '/v1/scripts/:id',
    {
      schema: {
        summary: "Write a script anew, the pack's or the store's own.",
        params: ById,
        body: ScriptRequest,
        response: { 200: ScriptView },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { store, ...given } = request.body
      if (given.script.id !== undefined && given.script.id !== id)
        throw new HuashuError('bad_request', `body.script.id: another one than in the address, "${id}"`)
      // a script that is not there is added with POST
      scriptDesk.view(storeFor(callerOf(request), engine, store), id)
      return withTag(reply, await one(request, store, { id, op: 'put', ...given }))
    },
  )

  typed.delete(
    '/v1/scripts/:id',
    {
      schema: {
        summary: 'Take a script out of use; its versions stay.',
        params: ById,
        querystring: OfStore,
        response: { 200: ScriptView },
      },
    },
    async (request, reply) =>
      withTag(reply, await one(request, request.query.store, { id: request.params.id, op: 'retire' })),
  )

  typed.get(
    '/v1/scripts/:id/versions',
    {
      schema: {
        summary: 'Who has changed a script, when and what, newest first.',
        params: ById,
        querystring: OfStore,
        response: { 200: ScriptVersionsResult },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      const { id } = request.params
      scriptDesk.view(store, id)
      const versions = await scriptDesk.history(store, id)
      return tagged(request, reply, { versions: versionsOf(versions, scriptDesk.base(store, id)) })
    },
  )

  typed.post(
    '/v1/scripts/:id/rollback',
    {
      schema: {
        summary: 'Give a script back as it was in a version; 0 = as the pack has it.',
        params: ById,
        body: RollbackRequest,
        response: { 200: ScriptView },
      },
    },
    async (request, reply) => {
      const who = callerOf(request)
      const store = storeFor(who, engine, request.body.store)
      const { version } = request.body
      return withTag(reply, await scriptDesk.rollback(store, who, request.params.id, version, matching(request)))
    },
  )

  typed.post(
    '/v1/scripts/bulk',
    {
      bodyLimit: BULK_BYTES,
      schema: {
        summary: 'Change many scripts, all or none.',
        body: ScriptChanges,
        response: { 200: ScriptChangesResult },
      },
    },
    async (request) => {
      const who = callerOf(request)
      const { store, changes } = request.body
      const where = (index: number) => `body.changes.${index}`
      const views = await scriptDesk.change(storeFor(who, engine, store), who, changes, { where })
      return {
        scripts: views.map(({ id, version, status, origin, findings }) => ({ id, version, status, origin, findings })),
      }
    },
  )
}
