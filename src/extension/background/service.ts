import type { z } from 'zod'
import { type PairingGrant, SIGNATURE_HEADER } from '../../protocol/index.ts'
import type { Pairing } from './settings.ts'

/** What the service answered instead of what was asked for; `code` is of the contract's catalogue, or `unreachable`. */
export class ServiceError extends Error {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
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

/** Whether a panel may call a path: what makes tokens and tickets is not for it. */
export function isForPanels(path: string): boolean {
  const url = URL.parse(path, 'http://service.invalid')
  return url?.host === 'service.invalid' && /^\/v1\/(?!(tickets|pairing)(\/|$))/.test(url.pathname)
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
    throw new ServiceError('unreachable', `${server} does not answer`, { cause })
  }
  if (response.ok || response.status === 304) return response
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } }
  throw new ServiceError(error?.code ?? 'internal', error?.message ?? `${response.status}`)
}
