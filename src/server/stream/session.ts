import type { z } from 'zod'
import { HuashuError, type SessionOpen } from '../../protocol/index.ts'
import type { Desk } from '../conversation.ts'
import { DEFAULT_CHANNEL, type Gateway } from '../gateway.ts'
import type { Engine, Talk } from '../ports.ts'
import { narrow, type Principal, storeFor } from '../principal.ts'
import type { Membership } from './membership.ts'
import type { Outbox } from './outbox.ts'

/** One open socket, as the frame handlers see it. */
export interface Session extends Membership {
  readonly id: string
  readonly gateway: Gateway
  readonly outbox: Outbox
  readonly principal: Principal
  readonly desk: Desk
  /** The token its page calls REST with, by store. */
  readonly tokens: Map<string, string>
  /** Which conversation a frame is about. @throws HuashuError `forbidden`, `unknown_store` */
  talkOf(frame: { store?: string | undefined; channel?: string | undefined; conversationId: string }): Talk
}

export type Opening = z.infer<typeof SessionOpen>
type SessionParts = Pick<Session, 'id' | 'gateway' | 'outbox'> & Membership

/**
 * The session a `session.open` asks for; a ticket may be known to another node and has to be waited for. `known` is the caller by its key, when the upgrade
 * carried one. @throws HuashuError `unauthorized`, `forbidden`, `unknown_store`
 */
export function createSession(
  frame: Opening,
  known: Principal | undefined,
  parts: SessionParts,
): Session | Promise<Session> {
  const { access } = parts.gateway
  if (frame.ticket !== undefined)
    return access.redeemTicket(frame.ticket).then((principal) => sessionOf(frame, principal, parts))
  const principal = known ?? (access.open ? access.ofBearer(undefined) : undefined)
  if (!principal) throw new HuashuError('unauthorized', 'frame.ticket: a ticket is needed, see POST /v1/tickets')
  return sessionOf(frame, principal, parts)
}

function sessionOf(frame: Opening, holder: Principal, parts: SessionParts): Session {
  const { engine } = parts.gateway
  const principal = within(holder, frame.stores, engine)
  const { agent: said, limit = 3 } = frame
  const uiLocale = frame.uiLocale ?? engine.deps(storeFor(principal, engine, undefined)).store.locales[0]!
  const agent = principal.agent ?? { id: said.id, name: said.name }
  return {
    ...parts,
    principal,
    join(conversation) {
      // from now on it is shown here
      if (!parts.hasJoined(conversation.topic))
        parts.gateway.audit.read(conversation, { key: principal.key, agent }, 'opened')
      parts.join(conversation)
    },
    tokens: new Map(),
    desk: { agent, roles: narrow(principal.roles, said.roles), uiLocale, limit },
    talkOf: ({ store, channel = DEFAULT_CHANNEL, conversationId }) => ({
      store: storeFor(principal, engine, store),
      channel,
      conversationId,
    }),
  }
}

function within(principal: Principal, stores: Opening['stores'], engine: Engine): Principal {
  if (!stores) return principal
  for (const store of stores) storeFor(principal, engine, store)
  return { ...principal, stores }
}
