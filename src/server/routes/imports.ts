import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ExportQuery,
  HuashuError,
  Id,
  ImportQuery,
  ImportReport,
  ImportsResult,
  OfStore,
  UndoResult,
} from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { exportPhrases } from '../import/export-phrases.ts'
import { sourceOfBytes } from '../import/file-source.ts'
import { importFile } from '../import/import-file.ts'
import { phraseMapping } from '../import/phrase-mapping.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { parseJson } from '../parse-json.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

/** A hundred thousand phrases; what is larger is no file of phrases. */
const FILE_BYTES = 64 * 1_048_576
const ById = z.object({ id: Id })

/** Phrases of other programs, in and out. */
export function importRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { engine, scriptDesk } = gateway

  app.register(async (scope) => {
    // the body is the file, whatever the client calls it
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/v1/scripts/import',
      {
        bodyLimit: FILE_BYTES,
        schema: {
          summary:
            'Import phrases from a file (the body): CSV, xlsx, JSON or YAML of known programs; all in one transaction, nothing is wiped. Roles lead and admin.',
          querystring: ImportQuery,
          response: { 200: ImportReport },
        },
      },
      async (request) => {
        const who = leadOf(callerOf(request))
        const { format, map, locale, dryRun } = request.query
        const store = storeFor(who, engine, request.query.store)
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const mapping = map === undefined ? {} : phraseMapping(parseJson(map, 'query.map'), 'query.map')
        return importFile(gateway, store, who, sourceOfBytes(bytes), {
          format,
          mapping,
          locale,
          isTrial: dryRun === 'true',
        })
      },
    )
  })

  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/scripts/imports',
    {
      schema: { summary: 'The imports that can be undone.', querystring: OfStore, response: { 200: ImportsResult } },
    },
    async (request) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      const imports = new Map<string, z.infer<typeof ImportsResult>['imports'][number]>()
      for (const { importId, at, author } of scriptDesk.edits(store).values())
        if (importId !== undefined)
          imports.set(importId, { importId, at, author, scripts: (imports.get(importId)?.scripts ?? 0) + 1 })
      return { imports: [...imports.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1)) }
    },
  )

  typed.post(
    '/v1/scripts/imports/:id/undo',
    {
      schema: {
        summary: 'Take out of use what an import brought and nobody has changed since. Roles lead and admin.',
        params: ById,
        querystring: OfStore,
        response: { 200: UndoResult },
      },
    },
    async (request) => {
      const who = leadOf(callerOf(request))
      const store = storeFor(who, engine, request.query.store)
      const { id: importId } = request.params
      const brought = [...scriptDesk.edits(store)].filter(([, edit]) => edit.importId === importId)
      if (brought.length === 0) throw new HuashuError('not_found', `there is no import "${importId}" to undo`)
      const changes = brought.map(([id, { version }]) => ({ id, op: 'retire' as const, version }))
      await scriptDesk.change(store, who, changes)
      return { importId, retired: changes.length }
    },
  )

  typed.get(
    '/v1/scripts/export',
    { schema: { summary: "The store's own phrases as a file of another program.", querystring: ExportQuery } },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      const { format, file } = request.query
      const { name, type, bytes } = await exportPhrases(scriptDesk.edits(store), format, file)
      return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
    },
  )
}

function leadOf(principal: Principal): Principal {
  if (isLead(principal)) return principal
  throw needsLead()
}
