import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  Correction,
  CorrectionRequest,
  CorrectionsQuery,
  CorrectionsResult,
  HuashuError,
  Id,
} from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { mayTouch, type Principal, storeFor } from '../principal.ts'
import { cursorAt, placeIn } from './page-of.ts'
import { checkMatch, tagged, withTag } from './tagged.ts'

const PAGE = 50
const ById = z.object({ id: Id })

/** What messages really meant, said by a lead and learned soon after. */
export function correctionRoutes(app: FastifyInstance, { engine, corrections, relearning }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.put(
    '/v1/intents/corrections',
    {
      schema: {
        summary: 'Say what a message really meant; one correction per store, text and language. Roles lead and admin.',
        body: CorrectionRequest,
        response: { 200: Correction, 201: Correction },
      },
    },
    async (request, reply) => {
      const principal = leadOf(callerOf(request))
      const { agent, locale, ...given } = request.body
      const store = storeFor(principal, engine, given.store)
      const spoken = locale ?? engine.deps(store).store.locales[0]!
      const { correction, change } = await corrections.put(
        { ...given, store, locale: spoken, agent: principal.agent ?? agent },
        (known) => checkMatch(request, known),
      )
      if (change !== 'none') relearning.wake(correction.locale)
      reply.code(change === 'created' ? 201 : 200)
      return withTag(reply, correction)
    },
  )

  typed.get(
    '/v1/intents/corrections',
    {
      schema: {
        summary: 'The corrections, newest first. Roles lead and admin.',
        querystring: CorrectionsQuery,
        response: { 200: CorrectionsResult },
      },
    },
    async (request, reply) => {
      const principal = leadOf(callerOf(request))
      const { store, locale, state, limit = PAGE, cursor } = request.query
      if (store !== undefined) storeFor(principal, engine, store)
      const page: Correction[] = []
      let last = 0
      for await (const { place, correction } of corrections.list(placeIn(cursor))) {
        const isAsked =
          mayTouch(principal, correction.store) &&
          (store ?? correction.store) === correction.store &&
          (locale ?? correction.locale) === correction.locale &&
          (state ?? correction.state) === correction.state
        if (!isAsked) continue
        if (page.length === limit) return tagged(request, reply, { corrections: page, cursor: cursorAt(last) })
        page.push(correction)
        last = place
      }
      return tagged(request, reply, { corrections: page })
    },
  )

  typed.get(
    '/v1/intents/corrections/:id',
    { schema: { summary: 'One correction. Roles lead and admin.', params: ById, response: { 200: Correction } } },
    async (request, reply) => {
      const principal = leadOf(callerOf(request))
      const correction = await corrections.get(request.params.id)
      if (!correction || !mayTouch(principal, correction.store)) throw notFound()
      return tagged(request, reply, correction)
    },
  )

  typed.delete(
    '/v1/intents/corrections/:id',
    {
      schema: {
        summary: 'Take a correction back; answers with it as it was. Roles lead and admin.',
        params: ById,
        response: { 200: Correction },
      },
    },
    async (request) => {
      const principal = leadOf(callerOf(request))
      const correction = await corrections.remove(request.params.id, (known) => {
        if (!mayTouch(principal, known.store)) throw notFound()
        checkMatch(request, known)
      })
      if (!correction) throw notFound()
      relearning.wake(correction.locale)
      return correction
    },
  )
}

function leadOf(principal: Principal): Principal {
  if (principal.roles.includes('lead') || principal.roles.includes('admin')) return principal
  throw new HuashuError('forbidden', 'corrections need the role lead or admin')
}

const notFound = () => new HuashuError('not_found', 'there is no such correction')
