import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { HuashuError, Role } from '../protocol/index.ts'
import type { ApiKey } from './api-keys.ts'
import type { Clock, Database, Grant } from './ports.ts'
import { narrow, type Principal } from './principal.ts'

export interface Ticket {
  readonly ticket: string
  readonly expiresAt: number
}

/** Keys, tickets and pairing. Roles and stores come from the key; everything derived from it can only narrow them. */
export interface Access {
  /** True when there are no keys: everyone on this machine may do everything. */
  readonly open: boolean
  /** @throws HuashuError `unauthorized` */
  ofBearer(header: string | undefined): Principal
  /** A ticket for one websocket session. */
  issueTicket(principal: Principal, agent: Grant['agent'], roles: readonly Role[] | undefined): Ticket
  /** @throws HuashuError `unauthorized` when it is unknown, used or too old */
  redeemTicket(ticket: string): Principal
  startPairing(principal: Principal): { code: string; expiresAt: number }
  /** @throws HuashuError `unauthorized` */
  claimPairing(code: string, agent: Grant['agent']): Promise<{ token: string; expiresAt: number }>
}

const TICKET_MS = 60_000
const PAIRING_MS = 5 * 60_000
const GRANT_MS = 90 * 24 * 3_600_000
/** Wrong guesses after which all codes are void: a code must not be found by trying. */
const MISSES = 10

export async function createAccess(
  keys: readonly ApiKey[] | undefined,
  database: Database,
  clock: Clock,
): Promise<Access> {
  const everyone: Principal = { key: 'open', stores: 'all', roles: Role.options }
  const principals = new Map(keys?.map((key) => [key.sha256, principalOf(key)]) ?? [['open', everyone]])
  const grants = new Map((await database.grants()).map((grant) => [grant.sha256, grant]))
  const tickets = new Map<string, { principal: Principal; expiresAt: number }>()
  const pairings = new Map<string, { principal: Principal; expiresAt: number }>()
  let misses = 0

  function expire(entries: Map<string, { expiresAt: number }>): void {
    for (const [name, { expiresAt }] of entries) if (expiresAt <= clock.now()) entries.delete(name)
  }

  function ofSecret(secret: string): Principal | undefined {
    const sha256 = hash('sha256', secret)
    const key = keys?.find((candidate) => timingSafeEqual(Buffer.from(candidate.sha256), Buffer.from(sha256)))
    if (key) return principals.get(key.sha256)
    const grant = grants.get(sha256)
    const parent = grant && grant.expiresAt > clock.now() ? principals.get(grant.parent) : undefined
    return parent && { ...parent, agent: grant!.agent, roles: narrow(parent.roles, grant!.roles) }
  }

  return {
    open: keys === undefined,

    ofBearer(header) {
      const secret = header && /^Bearer +(\S+)$/i.exec(header)?.[1]
      const known = secret ? ofSecret(secret) : undefined
      if (known) return known
      if (keys === undefined) return everyone
      throw new HuashuError(
        'unauthorized',
        header ? 'this key is not known' : 'a key is needed: Authorization: Bearer <key>',
      )
    },

    issueTicket(principal, agent, roles) {
      expire(tickets)
      const ticket = randomBytes(24).toString('base64url')
      const expiresAt = clock.now() + TICKET_MS
      tickets.set(ticket, { principal: { ...principal, agent, roles: narrow(principal.roles, roles) }, expiresAt })
      return { ticket, expiresAt }
    },

    redeemTicket(ticket) {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      if (!found || found.expiresAt <= clock.now()) {
        throw new HuashuError('unauthorized', 'this ticket is unknown, used or too old')
      }
      return found.principal
    },

    startPairing(principal) {
      expire(pairings)
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const expiresAt = clock.now() + PAIRING_MS
      pairings.set(code, { principal, expiresAt })
      return { code, expiresAt }
    },

    async claimPairing(code, agent) {
      expire(pairings)
      const found = pairings.get(code)
      if (!found) {
        misses += 1
        if (misses >= MISSES) {
          pairings.clear()
          misses = 0
        }
        throw new HuashuError('unauthorized', 'this code is unknown or too old')
      }
      pairings.delete(code)
      const token = randomBytes(32).toString('base64url')
      const { key: parent, roles } = found.principal
      const grant: Grant = { sha256: hash('sha256', token), parent, agent, roles, expiresAt: clock.now() + GRANT_MS }
      await database.saveGrant(grant)
      grants.set(grant.sha256, grant)
      return { token, expiresAt: grant.expiresAt }
    },
  }
}

function principalOf({ sha256, stores, roles }: ApiKey): Principal {
  return { key: sha256, stores: stores.includes('*') ? 'all' : stores, roles }
}
