import { HuashuError, type Role } from '../protocol/index.ts'
import type { Engine, Grant } from './ports.ts'

/** Who is calling, and what they may touch. */
export interface Principal {
  /** The key behind it (its sha256), or `open`. */
  readonly key: string
  readonly stores: readonly string[] | 'all'
  readonly roles: readonly Role[]
  /** Set by a ticket or a paired extension: what the client says of itself does not count. */
  readonly agent?: Grant['agent'] | undefined
}

/** The roles that are both held and asked for; asking for none in particular means all that are held. */
export function narrow(held: readonly Role[], asked: readonly Role[] | undefined): readonly Role[] {
  return asked === undefined ? held : held.filter((role) => asked.includes(role))
}

export function mayTouch(principal: Pick<Principal, 'stores'>, store: string): boolean {
  return principal.stores === 'all' || principal.stores.includes(store)
}

/**
 * The store a request is about: the one it names, else the gateway's default, else the first the caller may touch.
 * @throws HuashuError `forbidden`, `unknown_store`
 */
export function storeFor(principal: Principal, engine: Engine, asked: string | undefined): string {
  const store = asked ?? [engine.defaultStore, ...engine.storeIds].find((id) => mayTouch(principal, id))
  if (store === undefined || !mayTouch(principal, store)) {
    throw new HuashuError('forbidden', `this key may not touch the store "${asked ?? engine.defaultStore}"`)
  }
  engine.deps(store)
  return store
}
