import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { CheckRequest, CheckResult, type Facts, IntentsRequest, IntentsResult } from '../../protocol/index.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import { createPauses } from '../in-slices.ts'
import { mergePatch } from '../merge-patch.ts'
import { callerOf } from '../plugins/identity.ts'
import { narrow, storeFor } from '../principal.ts'

/** What texts mean, and whether they may be sent. */
export function readingRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { engine, conversations, pipeline, clock, audit } = gateway
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.post(
    '/v1/intents',
    {
      schema: {
        summary: 'What shopper texts mean, each by itself or after its context.',
        body: IntentsRequest,
        response: { 200: IntentsResult },
      },
    },
    async (request) => {
      const deps = engine.deps(storeFor(callerOf(request), engine, request.body.store))
      const pause = createPauses()
      const results = []
      for (const entry of request.body.texts) {
        const { text, context = [] } = typeof entry === 'string' ? { text: entry } : entry
        const { intents, entities, abstained } = pipeline.read(text, context, request.body.locale, deps)
        results.push({ intents: [...intents], entities: [...entities], abstained })
        await pause()
      }
      return { results }
    },
  )

  typed.post(
    '/v1/check',
    {
      schema: {
        summary: "Check an agent's draft against the rules; hints don't change the verdict.",
        body: CheckRequest,
        response: { 200: CheckResult },
      },
    },
    async (request) => {
      const {
        agent,
        channel = DEFAULT_CHANNEL,
        conversationId,
        facts = {},
        messages = [],
        text,
        uiLocale,
      } = request.body
      const principal = callerOf(request)
      const store = storeFor(principal, engine, request.body.store)
      const deps = engine.deps(store)
      const draft = {
        text,
        channel,
        uiLocale: uiLocale ?? deps.store.locales[0]!,
        roles: narrow(principal.roles, agent?.roles),
        agent: principal.agent ?? agent,
        messages,
        facts,
        now: clock.now(),
      }
      if (conversationId === undefined) return pipeline.check(draft, deps)
      return conversations.use({ store, channel, conversationId }, (conversation) => {
        const { before, turn, facts: stored } = conversation
        audit.read(conversation, principal, 'checked')
        const merged = mergePatch(stored, facts) as Facts
        return pipeline.check({ ...draft, before, messages: [...turn, ...messages], facts: merged }, deps)
      })
    },
  )
}
