import { HuashuError } from './huashu-error.ts'
import type { ErrorCode, ErrorDetail } from './wire.ts'

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

export interface RequestOptions {
  /** `GET`, or `POST` with a body. */
  readonly method?: string | undefined
  readonly query?: Query | undefined
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly signal?: AbortSignal | undefined
}

export interface RequestParts {
  readonly url: string
  /** The key or paired token, or what gives it. */
  readonly token?: string | (() => string | Promise<string>) | undefined
  readonly fetch: typeof fetch
}

/** One call of the service: a path below its address. @throws HuashuError, or the signal's reason */
export type Send = (path: string, options?: RequestOptions) => Promise<Response>

export function createSend({ url, token, fetch }: RequestParts): Send {
  const base = url.endsWith('/') ? url : `${url}/`
  return async (path, { method, query = {}, body, headers, signal } = {}) => {
    const target = new URL(path.replace(/^\/+/, ''), base)
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) target.searchParams.set(name, String(value))
    const secret = typeof token === 'function' ? await token() : token
    const init: RequestInit = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }
    const response = await fetch(target, init).catch((cause: unknown) => {
      signal?.throwIfAborted()
      throw new HuashuError('unavailable', `${target.origin} cannot be reached`, { cause })
    })
    if (response.ok) return response
    throw await errorOf(response)
  }
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  413: 'too_large',
  429: 'rate_limited',
}

/** The body of a response, which is JSON or nothing. */
export async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function errorOf(response: Response): Promise<HuashuError> {
  const { status } = response
  const said = (await jsonOf(response).catch(() => undefined)) as
    | { error?: { code: ErrorCode; message: string; details?: ErrorDetail[] } }
    | undefined
  // something between us and the service answers in words of its own
  if (said?.error === undefined)
    return new HuashuError(BY_STATUS[status] ?? 'unavailable', `HTTP ${status}`, { status })
  const { code, message, details = [] } = said.error
  return new HuashuError(code, message, { details, status })
}
