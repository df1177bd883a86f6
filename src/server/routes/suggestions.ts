import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Answer, SuggestionsRequest } from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { suggestOnce } from '../suggest-once.ts'

export function suggestionRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/suggestions',
    {
      config: { forPanels: true },
      schema: {
        summary:
          'Suggest replies for a talk. Messages are not recorded; with a conversationId the stored state is read.',
        body: SuggestionsRequest,
        response: { 200: Answer },
      },
    },
    async (request) => suggestOnce(gateway, callerOf(request), request.body),
  )
}
