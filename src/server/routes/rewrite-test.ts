import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { HuashuError, OfStore, RewriteTestResult } from '../../protocol/index.ts'
import { promptOf } from '../../suggest/index.ts'
import type { Gateway } from '../gateway.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { callerOf } from '../plugins/identity.ts'
import { storeFor } from '../principal.ts'
import { RewriterFault } from '../rewriter-fault.ts'

/** Nobody's words and nobody's facts. */
const SENTENCE = 'Thank you for waiting. I am looking into it and will be right back.'
const LONGEST_MS = 20_000
const TEXT_CHARS = 500

/** Whether the endpoint that rewrites answers, and how fast. */
export function rewriteTestRoute(app: FastifyInstance, { engine, rewriters }: Gateway): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/rewrite/test',
    {
      config: { rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: {
        summary: 'Let the language model reword one fixed sentence, to see whether it answers. Roles lead and admin.',
        querystring: OfStore,
        response: { 200: RewriteTestResult },
      },
    },
    async (request) => {
      const who = callerOf(request)
      if (!isLead(who)) throw needsLead()
      const { rewriter } = rewriters.of(storeFor(who, engine, request.query.store)) ?? {}
      if (!rewriter) throw new HuashuError('unavailable', 'rewriting is switched off: no model is set')
      const asked = performance.now()
      const passed = () => Math.round(performance.now() - asked)
      const signal = AbortSignal.timeout(LONGEST_MS)
      let text = ''
      let firstPieceMs: number | undefined
      try {
        for await (const piece of rewriter.stream(PROMPT, signal)) {
          if (piece !== '') firstPieceMs ??= passed()
          text += piece
          if (text.length > TEXT_CHARS) break
        }
      } catch (error) {
        if (!(error instanceof RewriterFault)) throw error
        return { ok: false, sent: SENTENCE, totalMs: passed(), says: error.message }
      }
      const totalMs = passed()
      if (signal.aborted) return { ok: false, sent: SENTENCE, totalMs, says: `no end within ${LONGEST_MS / 1_000} s` }
      if (text.trim() === '') return { ok: false, sent: SENTENCE, totalMs, says: 'an empty answer' }
      return { ok: true, sent: SENTENCE, firstPieceMs, totalMs, text: text.slice(0, TEXT_CHARS) }
    },
  )
}

const PROMPT = promptOf({
  reply: SENTENCE,
  marks: {},
  shopper: '',
  tone: 'warmer',
  locale: 'en',
  voice: 'friendly',
  limit: 200,
})
