import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { HuashuError, Role } from '../protocol/index.ts'
import type { ApiKey } from './api-keys.ts'
import type { Clock, Database, Grant, News, Vault, VaultKind } from './ports.ts'
import { narrow, type Principal } from './principal.ts'

export interface Ticket {
  readonly ticket: string
  readonly expiresAt: number
}

export interface PanelToken {
  readonly token: string
  readonly expiresAt: number
}

/** Keys, tickets and pairing. Roles and stores come from the key; everything derived from it can only narrow them. */
export interface Access {
  /** True when there are no keys: everyone on this machine may do everything. */
  readonly open: boolean
  /** @throws HuashuError `unauthorized` */
  ofBearer(header: string | undefined): Principal
  /** A ticket for one websocket session. */
  issueTicket(principal: Principal, agent: Grant['agent'], roles: readonly Role[] | undefined): Promise<Ticket>
  /** @throws HuashuError `unauthorized` when it is unknown, used or too old */
  redeemTicket(ticket: string): Promise<Principal>
  /** A token for a panel that was let in by a ticket: for one store, and for the few calls that panels make. */
  issuePanelToken(principal: Principal, agent: Grant['agent'], store: string): Promise<PanelToken>
  /** Resolves to its holder; undefined = no panel's token. @throws HuashuError `unauthorized` when it is unknown or too old */
  ofPanelToken(header: string | undefined): Promise<Principal> | undefined
  endPanelToken(token: string): Promise<void>
  startPairing(principal: Principal): Promise<{ code: string; expiresAt: number }>
  /** @throws HuashuError `unauthorized` */
  claimPairing(code: string, agent: Grant['agent']): Promise<{ token: string; expiresAt: number }>
}

const TICKET_MS = 60_000
const PAIRING_MS = 5 * 60_000
/** A panel asks for the next one over its socket. */
const PANEL_MS = 10 * 60_000
/** By which a panel's token is told from a key. */
const PANEL = 'panel.'
const GRANT_MS = 90 * 24 * 3_600_000
/** Wrong guesses after which all codes are void: a code must not be found by trying. */
const MISSES = 10
const NOTHING: Partial<Standing> & Pick<Standing, 'expiresAt'> = { expiresAt: 0 }

export interface AccessDeps {
  readonly database: Pick<Database, 'grants' | 'saveGrant'>
  readonly vault: Vault
  readonly news: News
  readonly clock: Clock
}

/** What a ticket or a pairing code stands for, in the vault. */
interface Standing {
  readonly principal: Principal
  readonly expiresAt: number
}

export async function createAccess(
  keys: readonly ApiKey[] | undefined,
  { database, vault, news, clock }: AccessDeps,
): Promise<Access> {
  const everyone: Principal = { key: 'open', stores: 'all', roles: Role.options }
  const principals = new Map(keys?.map((key) => [key.sha256, principalOf(key)]) ?? [['open', everyone]])
  const grants = new Map<string, Grant>()

  async function readGrants(): Promise<void> {
    for (const grant of await database.grants()) grants.set(grant.sha256, grant)
  }

  async function put(kind: VaultKind, name: string, principal: Principal, ms: number): Promise<number> {
    const standing: Standing = { principal, expiresAt: clock.now() + ms }
    await vault.put(kind, name, JSON.stringify(standing), ms)
    return standing.expiresAt
  }

  function read(text: string | undefined): Principal | undefined {
    const { principal, expiresAt } = text === undefined ? NOTHING : (JSON.parse(text) as Standing)
    return expiresAt > clock.now() ? principal : undefined
  }
  const take = async (kind: VaultKind, name: string) => read(await vault.take(kind, name))

  await readGrants()
  // an extension was paired at another node; one that cannot be read now is read with the next
  news.listen('grants', () => void readGrants().catch(() => undefined))

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
      const secret = secretIn(header)
      const known = secret ? ofSecret(secret) : undefined
      if (known) return known
      if (keys === undefined) return everyone
      throw new HuashuError(
        'unauthorized',
        header ? 'this key is not known' : 'a key is needed: Authorization: Bearer <key>',
      )
    },

    async issueTicket(principal, agent, roles) {
      const ticket = randomBytes(24).toString('base64url')
      const narrowed = { ...principal, agent, roles: narrow(principal.roles, roles) }
      return { ticket, expiresAt: await put('ticket', ticket, narrowed, TICKET_MS) }
    },

    async redeemTicket(ticket) {
      const principal = await take('ticket', ticket)
      if (!principal) throw new HuashuError('unauthorized', 'this ticket is unknown, used or too old')
      return principal
    },

    async issuePanelToken(principal, agent, store) {
      const token = PANEL + randomBytes(32).toString('base64url')
      // what leads and admins may do needs their key: a page that holds this may be in other hands
      const roles = principal.roles.filter((role) => role !== 'admin')
      const narrowed: Principal = { ...principal, agent, roles, stores: [store] }
      return { token, expiresAt: await put('panel', token, narrowed, PANEL_MS) }
    },

    ofPanelToken(header) {
      const token = secretIn(header)
      if (!token?.startsWith(PANEL)) return undefined
      return vault.look('panel', token).then((text) => {
        const principal = read(text)
        // the key it goes back to may have been taken away meanwhile
        if (principal && principals.has(principal.key)) return principal
        throw new HuashuError('unauthorized', 'this token is unknown or too old')
      })
    },

    async endPanelToken(token) {
      await vault.take('panel', token)
    },

    async startPairing(principal) {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      return { code, expiresAt: await put('pairing', code, principal, PAIRING_MS) }
    },

    async claimPairing(code, agent) {
      const principal = await take('pairing', code)
      if (!principal) {
        if ((await vault.count('pairing', PAIRING_MS)) >= MISSES) await vault.clear('pairing')
        throw new HuashuError('unauthorized', 'this code is unknown or too old')
      }
      const token = randomBytes(32).toString('base64url')
      const { key: parent, roles } = principal
      const grant: Grant = { sha256: hash('sha256', token), parent, agent, roles, expiresAt: clock.now() + GRANT_MS }
      await database.saveGrant(grant)
      grants.set(grant.sha256, grant)
      news.announce('grants', {})
      return { token, expiresAt: grant.expiresAt }
    },
  }
}

const secretIn = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]

function principalOf({ sha256, stores, roles }: ApiKey): Principal {
  return { key: sha256, stores: stores.includes('*') ? 'all' : stores, roles }
}
