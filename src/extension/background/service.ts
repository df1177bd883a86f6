import type { z } from 'zod'
import { type PairingGrant, SIGNATURE_HEADER } from '../../protocol/index.ts'
import type { Pairing } from './settings.ts'

/** What the service answered instead of what was asked for; `code` is of the contract's catalogue, or `unreachable`. */
export class ServiceError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
  }
}

/** Turns a six-digit code into a token. @throws ServiceError */
export async function claimPairing(server: string, code: string, agent: Pairing['agent']): Promise<Pairing> {
  const response = await call(server, '/v1/pairing/claim', { method: 'POST', body: JSON.stringify({ code, agent }) })
  const { token, expiresAt, sitesKey } = (await response.json()) as z.infer<typeof PairingGrant>
  return { server, token, expiresAt, agent, sitesKey }
}

/** A ticket for one websocket session. @throws ServiceError */
export async function takeTicket({ server, token, agent }: Pairing): Promise<string> {
  const response = await call(server, '/v1/tickets', { method: 'POST', body: JSON.stringify({ agent }) }, token)
  return ((await response.json()) as { ticket: string }).ticket
}

/** The descriptions of chat pages, unless `etag` names them. @throws ServiceError */
export async function fetchSites({ server, token }: Pairing, etag: string | undefined) {
  const headers: Record<string, string> = etag === undefined ? {} : { 'if-none-match': etag }
  const response = await call(server, '/v1/sites', { headers, cache: 'no-store' }, token)
  if (response.status === 304) return undefined
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    etag: response.headers.get('etag') ?? '',
    signature: response.headers.get(SIGNATURE_HEADER) ?? '',
  }
}

/** What tokens and codes are made of is not for panels. */
const CLOSED = /^\/v1\/(tickets|pairing)\b/

/** A call for a panel. @throws ServiceError */
export async function callForPanel(
  { server, token }: Pairing,
  { path, method, body, signal }: { path: string; method: string; body: unknown; signal: AbortSignal },
): Promise<unknown> {
  const url = new URL(path, server)
  if (url.origin !== new URL(server).origin || !url.pathname.startsWith('/v1/') || CLOSED.test(url.pathname))
    throw new ServiceError('forbidden', `${path} is not for panels`)
  const init = { method, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await call(server, url.pathname + url.search, init, token)
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function call(server: string, path: string, init: RequestInit, token?: string): Promise<Response> {
  const headers = {
    ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(init.headers as Record<string, string> | undefined),
  }
  let response: Response
  try {
    response = await fetch(new URL(path, server), { ...init, headers, credentials: 'omit', redirect: 'error' })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ServiceError('unreachable', `${server} does not answer`)
  }
  if (response.ok || response.status === 304) return response
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } }
  throw new ServiceError(error?.code ?? 'internal', error?.message ?? `${response.status}`)
}
