import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { parsePersona } from '../../policy/index.ts'
import { HuashuError, PersonaPreview, PersonaPreviewRequest } from '../../protocol/index.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { callerOf } from '../plugins/identity.ts'
import { previewPersona } from '../policies/persona-preview.ts'
import { storeFor } from '../principal.ts'

const EXAMPLES = 12

/** A voice is tried before it is written as part of the policy. */
export function personaRoutes(app: FastifyInstance, { engine, clock }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/personas/preview',
    {
      schema: {
        summary:
          "The store's scripts in another voice, beside the present one; written with `PUT /v1/policies`. Roles lead and admin.",
        body: PersonaPreviewRequest,
        response: { 200: PersonaPreview },
      },
    },
    async (request) => {
      const who = callerOf(request)
      if (!isLead(who)) throw needsLead()
      const { store: asked, persona, channel = DEFAULT_CHANNEL, locale, limit = EXAMPLES } = request.body
      const deps = engine.deps(storeFor(who, engine, asked))
      const { persona: tried, faults } = parsePersona(persona, 'body.persona')
      if (!tried) throw new HuashuError('bad_request', `${faults[0]!.path}: ${faults[0]!.message}`, { details: faults })
      return previewPersona(deps, tried, {
        channel,
        locale: locale ?? deps.store.locales[0]!,
        limit,
        now: clock.now(),
      })
    },
  )
}
