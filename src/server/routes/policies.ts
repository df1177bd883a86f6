import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  DryRun,
  HuashuError,
  OfStore,
  PoliciesQuery,
  PolicyChange,
  PolicyRequest,
  PolicyVersionsResult,
  RollbackRequest,
} from '../../protocol/index.ts'
import { changedFields } from '../../scripts/index.ts'
import type { Gateway } from '../gateway.ts'
import { isLead, needsLead } from '../library/apply-change.ts'
import { callerOf } from '../plugins/identity.ts'
import { inForceAt, type Scheduled } from '../policies/schedule.ts'
import { storeFor } from '../principal.ts'
import { PolicyResult } from './library-shapes.ts'
import { checkMatch, tagged } from './tagged.ts'

/** A policy names every region, courier and promotion. */
const POLICY_BYTES = 4 * 1_048_576

/** What a store promises, now, before and from a later day on. */
export function policyRoutes(app: FastifyInstance, { engine, policyDesk, clock }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/policies',
    {
      schema: {
        summary: 'What the store promises, now or at a time.',
        querystring: PoliciesQuery,
        response: { 200: PolicyResult },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      const time = request.query.at ? Date.parse(request.query.at) : clock.now()
      return tagged(request, reply, inForceAt(policyDesk.schedule(store), time)!.store)
    },
  )

  typed.put(
    '/v1/policies',
    {
      bodyLimit: POLICY_BYTES,
      schema: {
        summary:
          'Write the whole policy, in force from now or from a later time on; `dryRun=true` only tells what it changes for whom. `If-Match` is held against the policy in force at that time. Roles lead and admin.',
        querystring: DryRun,
        body: PolicyRequest,
        response: { 200: PolicyChange },
      },
    },
    async (request) => {
      const who = callerOf(request)
      if (!isLead(who)) throw needsLead()
      const store = storeFor(who, engine, request.body.store)
      const from = request.body.validFrom ? Date.parse(request.body.validFrom) : clock.now()
      if (request.body.validFrom && from < clock.now())
        throw new HuashuError('bad_request', 'body.validFrom: what was promised before stays promised: now, or later')
      const policy = policyDesk.check(store, request.body.policy)
      checkMatch(request, inForceAt(policyDesk.schedule(store), from)!.store)
      if (request.query.dryRun === 'true') return policyDesk.preview(store, policy, from)
      return policyDesk.write(store, who, policy, from)
    },
  )

  typed.get(
    '/v1/policies/versions',
    {
      schema: {
        summary: 'Who has changed the policy, when, from when on, and what; newest first.',
        querystring: OfStore,
        response: { 200: PolicyVersionsResult },
      },
    },
    async (request, reply) => {
      const schedule = policyDesk.schedule(storeFor(callerOf(request), engine, request.query.store))
      const inForce = inForceAt(schedule, clock.now())
      const written = schedule.filter(({ version }) => version > 0).toSorted((a, b) => b.version - a.version)
      return tagged(request, reply, {
        versions: written.map((one) => ({
          version: one.version,
          at: new Date(one.at).toISOString(),
          author: one.author,
          validFrom: new Date(one.from).toISOString(),
          inForce: one === inForce,
          diff: changedFields(policyBefore(schedule, one).store, one.store),
        })),
      })
    },
  )

  typed.post(
    '/v1/policies/rollback',
    {
      schema: {
        summary: "Bring a version back into force from now on; 0 = the store's file. Roles lead and admin.",
        body: RollbackRequest,
        response: { 200: PolicyChange },
      },
    },
    async (request) => {
      const who = callerOf(request)
      if (!isLead(who)) throw needsLead()
      const store = storeFor(who, engine, request.body.store)
      const schedule = policyDesk.schedule(store)
      const wanted = schedule.find(({ version }) => version === request.body.version)
      if (!wanted) throw new HuashuError('not_found', `body.version: there is no version ${request.body.version}`)
      const now = clock.now()
      checkMatch(request, inForceAt(schedule, now)!.store)
      return policyDesk.write(store, who, policyDesk.check(store, wanted.store), now)
    },
  )
}

/** The policy that one took the place of. */
function policyBefore(schedule: readonly Scheduled[], { from, version }: Scheduled): Scheduled {
  const earlier = schedule.filter((one) => one.version < version)
  return inForceAt(earlier, from)!
}
