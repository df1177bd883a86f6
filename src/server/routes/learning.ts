import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DismissedRequest,
  DismissedScripts,
  HuashuError,
  Id,
  LearningRequest,
  LearningStatus,
  OfStore,
  OwnScriptRequest,
  Proposal,
  ProposalRequest,
  ProposalsQuery,
  ProposalsResult,
  QuietRequest,
  QuietResult,
  ScriptFiguresQuery,
  ScriptFiguresResult,
} from '../../protocol/index.ts'
import type { Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

const FIGURES = 200
const ById = z.object({ id: Id })

/** What stores have learned, and what leads and agents decide about it. */
export function learningRoutes(app: FastifyInstance, { engine, learning }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/learning',
    {
      schema: {
        summary: 'What a store has learned. Roles lead and admin.',
        querystring: OfStore,
        response: { 200: LearningStatus },
      },
    },
    async (request) => learning.status(storeFor(leadOf(callerOf(request)), engine, request.query.store)),
  )

  typed.put(
    '/v1/learning',
    {
      schema: {
        summary:
          'Switch learning on or off, or forget what was learned since a place or time of the log. Roles lead and admin.',
        body: LearningRequest,
        response: { 200: LearningStatus },
      },
    },
    async (request) => {
      const { on, resetTo } = request.body
      const store = storeFor(leadOf(callerOf(request)), engine, request.body.store)
      if (resetTo !== undefined)
        await learning.resetTo(store, typeof resetTo === 'number' ? { n: resetTo } : { at: Date.parse(resetTo) })
      if (on !== undefined) await learning.turn(store, on)
      return learning.status(store)
    },
  )

  typed.get(
    '/v1/learning/dismissed',
    {
      schema: {
        summary: 'Scripts that agents dismiss, suppressed or on the way there. Roles lead and admin.',
        querystring: OfStore,
        response: { 200: DismissedScripts },
      },
    },
    async (request) => ({
      scripts: learning.dismissed(storeFor(leadOf(callerOf(request)), engine, request.query.store)),
    }),
  )

  typed.put(
    '/v1/learning/dismissed',
    {
      schema: {
        summary: 'Bring a dismissed script back, or suppress it. Roles lead and admin.',
        body: DismissedRequest,
        response: { 200: DismissedScripts },
      },
    },
    async (request) => {
      const { store: asked, intent: topic, ...rest } = request.body
      const store = storeFor(leadOf(callerOf(request)), engine, asked)
      await learning.decide(store, { topic, ...rest })
      return { scripts: learning.dismissed(store) }
    },
  )

  typed.get(
    '/v1/learning/scripts',
    {
      schema: {
        summary: 'How scripts do, by intent; the most used first. Roles lead and admin.',
        querystring: ScriptFiguresQuery,
        response: { 200: ScriptFiguresResult },
      },
    },
    async (request) => {
      const { store, intent, script, limit = FIGURES } = request.query
      const scripts = learning
        .figures(storeFor(leadOf(callerOf(request)), engine, store))
        .filter((one) => (intent ?? one.intent) === one.intent && (script ?? one.scriptId) === one.scriptId)
        .sort((a, b) => b.sent - a.sent || b.passed - a.passed)
      return { scripts: scripts.slice(0, limit) }
    },
  )

  typed.get(
    '/v1/learning/proposals',
    {
      schema: {
        summary: "Agents' own frequent replies that could be scripts; an agent sees their own.",
        querystring: ProposalsQuery,
        response: { 200: ProposalsResult },
      },
    },
    async (request) => {
      const principal = callerOf(request)
      const { state } = request.query
      const proposals = learning
        .proposals(storeFor(principal, engine, request.query.store))
        .filter((one) => (state ?? one.state) === one.state && (isLead(principal) || isOf(principal, one)))
      return { proposals: isLead(principal) ? proposals : proposals.map((one) => ownPart(principal, one)) }
    },
  )

  typed.post(
    '/v1/learning/proposals',
    {
      config: { forPanels: true },
      schema: {
        summary: 'Keep a reply as a script of this agent, or propose it for the whole store.',
        body: OwnScriptRequest,
        response: { 201: Proposal },
      },
    },
    async (request, reply) => {
      const principal = callerOf(request)
      const { text, intent, scope = 'personal', locale } = request.body
      const store = storeFor(principal, engine, request.body.store)
      const agent = (principal.agent ?? request.body.agent)?.id
      if (agent === undefined) throw new HuashuError('bad_request', 'body.agent: whose reply it is')
      const spoken = locale ?? engine.deps(store).store.locales[0]!
      return reply.code(201).send(await learning.keep({ store, text, intent, scope, locale: spoken, agent }))
    },
  )

  typed.put(
    '/v1/learning/proposals/:id',
    {
      schema: {
        summary:
          'Make a proposal a script of one agent or of all, or refuse it. A lead any, an agent their own for themselves.',
        params: ById,
        body: ProposalRequest,
        response: { 200: Proposal },
      },
    },
    async (request) => {
      const principal = callerOf(request)
      const { state, owner } = request.body
      const store = storeFor(principal, engine, request.body.store)
      const known = learning.proposals(store).find(({ id }) => id === request.params.id)
      if (!known || (!isLead(principal) && !isOf(principal, known)))
        throw new HuashuError('not_found', 'there is no such proposal')
      const mine = principal.agent?.id
      if (!isLead(principal) && (state !== 'personal' || (owner ?? mine) !== mine || known.state !== 'proposed'))
        throw new HuashuError('forbidden', 'that needs the role lead or admin')
      const named = owner ?? mine
      if (state === 'personal' && named === undefined)
        throw new HuashuError('bad_request', 'body.owner: whose script it is to be')
      return (await learning.approve(store, known.id, state, named))!
    },
  )

  typed.get(
    '/v1/learning/quiet',
    {
      schema: {
        summary: 'The agents who want quiet. Roles lead and admin.',
        querystring: OfStore,
        response: { 200: QuietResult },
      },
    },
    async (request) => {
      const store = storeFor(leadOf(callerOf(request)), engine, request.query.store)
      return { store, agents: [...learning.quiet(store)] }
    },
  )

  typed.put(
    '/v1/learning/quiet',
    {
      schema: {
        summary:
          'Keep suggestions folded away until an agent asks, or no longer. A lead for any agent, an agent for themselves.',
        body: QuietRequest,
        response: { 200: QuietResult },
      },
    },
    async (request) => {
      const principal = callerOf(request)
      const store = storeFor(principal, engine, request.body.store)
      const agent = request.body.agent ?? principal.agent?.id
      if (agent === undefined) throw new HuashuError('bad_request', 'body.agent: whose quiet it is')
      if (agent !== principal.agent?.id) leadOf(principal)
      await learning.setQuiet(store, agent, request.body.quiet)
      return { store, agents: isLead(principal) ? [...learning.quiet(store)] : request.body.quiet ? [agent] : [] }
    },
  )
}

function isLead({ roles }: Principal): boolean {
  return roles.includes('lead') || roles.includes('admin')
}

function leadOf(principal: Principal): Principal {
  if (isLead(principal)) return principal
  throw new HuashuError('forbidden', 'this needs the role lead or admin')
}

function isOf({ agent }: Principal, { agents, owner, state }: Proposal): boolean {
  if (agent === undefined || state === 'refused') return false
  return owner === agent.id || agents.some(({ id }) => id === agent.id)
}

/** How often others say it is no matter of theirs. */
function ownPart({ agent }: Principal, proposal: Proposal): Proposal {
  return { ...proposal, agents: proposal.agents.filter(({ id }) => id === agent?.id) }
}
