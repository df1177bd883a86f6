import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isSlotName } from '../../intents/index.ts'
import { createFacts, reachOfSlot } from '../../policy/index.ts'
import {
  FactDecision,
  FactProposal,
  FactProposalRequest,
  FactProposalsQuery,
  FactProposalsResult,
  HuashuError,
  Id,
} from '../../protocol/index.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import { callerOf } from '../plugins/identity.ts'
import { type Principal, storeFor } from '../principal.ts'

const ById = z.object({ id: Id })

/** Facts that the store's files lack: agents fill them in, a lead decides. */
export function factRoutes(app: FastifyInstance, { engine, factProposals, pipeline, clock }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.post(
    '/v1/facts/proposals',
    {
      config: { forPanels: true },
      schema: {
        summary: "Propose a fact that the store's files lack, for a product or the whole store.",
        body: FactProposalRequest,
        response: { 201: FactProposal },
      },
    },
    async (request, reply) => {
      const { store: asked, locale, agent: said, ...given } = request.body
      const principal = callerOf(request)
      const store = storeFor(principal, engine, asked)
      const deps = engine.deps(store)
      const product = given.product === undefined ? undefined : deps.catalogue.resolve({ id: given.product })?.id
      if (given.product !== undefined && product === undefined) throw fault('product', 'the store has no such product')
      const spoken = locale ?? deps.store.locales[0]!
      const facts = {
        ...{ store: deps.store, catalogue: deps.catalogue, productId: product, slots: {}, locale: spoken },
        ...{ channel: given.channel ?? DEFAULT_CHANNEL, now: clock.now() },
      }
      mustBeTellable(given.slot, given.scope)
      if (isSlotName(given.slot) && createFacts(facts).get(given.slot) !== undefined)
        throw fault('slot', 'the files of the store know this already')
      mayBeSaid(given.value, store)
      const agent = principal.agent ?? said
      const proposal = await factProposals.add({
        ...given,
        store,
        product,
        locale: spoken,
        ...(agent ? { agent } : {}),
      })
      return reply.code(201).send(proposal)
    },
  )

  typed.get(
    '/v1/facts/proposals',
    {
      schema: {
        summary: 'Facts that were proposed; an agent sees their own.',
        querystring: FactProposalsQuery,
        response: { 200: FactProposalsResult },
      },
    },
    async (request) => {
      const principal = callerOf(request)
      const { state } = request.query
      const all = await factProposals.list(storeFor(principal, engine, request.query.store))
      const isShown = (one: FactProposal) => isLead(principal) || (one.agent && one.agent.id === principal.agent?.id)
      return { proposals: all.filter((one) => (state ?? one.state) === one.state && isShown(one)) }
    },
  )

  typed.post(
    '/v1/facts/proposals/:id',
    {
      schema: {
        summary: 'Approve a fact or decline it. Roles lead and admin.',
        params: ById,
        body: FactDecision,
        response: { 200: FactProposal },
      },
    },
    async (request) => {
      const principal = callerOf(request)
      if (!isLead(principal)) throw new HuashuError('forbidden', 'this needs the role lead or admin')
      const { state, value } = request.body
      const store = storeFor(principal, engine, request.body.store)
      if (value !== undefined) mayBeSaid(value, store)
      const by = principal.agent?.id ?? `key:${principal.key.slice(0, 12)}`
      const decided = await factProposals.decide(store, request.params.id, { state, by, value })
      if (!decided) throw new HuashuError('not_found', 'there is no such proposal')
      return decided
    },
  )

  /** What no reply could say is not worth a lead's time. */
  function mayBeSaid(text: string, store: string): void {
    const deps = engine.deps(store)
    const draft = { text, channel: DEFAULT_CHANNEL, uiLocale: deps.store.locales[0]!, roles: [], messages: [] }
    const { verdict, warnings } = pipeline.check({ ...draft, now: clock.now() }, deps)
    if (verdict === 'block')
      throw fault('value', warnings.find(({ level }) => level === 'block')?.says ?? 'it is blocked')
  }
}

function mustBeTellable(slot: string, scope: 'product' | 'store'): void {
  const reach = isSlotName(slot) ? reachOfSlot(slot) : undefined
  if (reach === undefined) throw fault('slot', `"${slot}" is no slot that a person fills in`)
  if (reach === 'chat') throw fault('scope', 'this is worked out anew in each talk: send it as live facts')
  if (reach === 'store' && scope === 'product') throw fault('scope', 'this holds for the whole store')
}

function fault(path: string, message: string): HuashuError {
  return new HuashuError('bad_request', `body.${path}: ${message}`, { details: [{ path: `body.${path}`, message }] })
}

function isLead({ roles }: Principal): boolean {
  return roles.includes('lead') || roles.includes('admin')
}
