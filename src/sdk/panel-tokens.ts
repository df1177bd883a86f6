import type { Client } from './client.ts'
import type { ServerFrameOf } from './frame-of.ts'
import { HuashuError } from './huashu-error.ts'
import type { RequestOptions } from './request.ts'
import type { Stream } from './stream.ts'

/**
 * The calls of a page that was let in by a ticket and holds no key: where the service asks for one, the session is asked for a token of the store in question,
 * and the call made once more. Tokens stay in here, and go with the session.
 */
export function createPanelTokens(client: Client, stream: Stream): Client['request'] {
  const tokens = new Map<string, Promise<string>>()

  // other calls may wait for the same one: it is not given up with the call that asked first
  async function tokenFor(store: string): Promise<string> {
    const frame = { type: 'token.request' as const, ...(store === '' ? {} : { store }) }
    return ((await stream.ask(frame)) as ServerFrameOf<'token.granted'>).token
  }

  return async (path, options = {}) => {
    const store = storeOf(path, options.body)
    const known = tokens.get(store)
    const call = async (token: Promise<string> | undefined): Promise<unknown> =>
      client.request(path, token ? { ...options, headers: { authorization: `Bearer ${await token}` } } : options)
    try {
      return await call(known)
    } catch (error) {
      if (!(error instanceof HuashuError) || error.code !== 'unauthorized') throw error
      // another call may have asked meanwhile
      const newest = tokens.get(store)
      const next = newest === known || newest === undefined ? tokenFor(store) : newest
      tokens.set(store, next)
      next.catch(() => tokens.get(store) === next && tokens.delete(store))
      return call(next)
    }
  }
}

/** Which store a call names; empty = the default one. */
function storeOf(path: string, body: RequestOptions['body']): string {
  const { store } = (body ?? {}) as { store?: string }
  return store ?? new URL(path, 'http://panel').searchParams.get('store') ?? ''
}
