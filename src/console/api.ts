import type { ErrorBody, ErrorCode } from '../protocol/index.ts'
import { kept } from './kept.ts'

/** A refusal of the service, or (`unreachable`) none at all. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'unreachable'
  readonly details: ErrorBody['error']['details']
  constructor(code: ApiError['code'], message: string, details: ApiError['details'] = []) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
  }
}

export interface Call {
  readonly method?: string
  /** Sent as JSON, but for a string or a file, which is sent as it is. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/** For this tab and no longer: a key is never kept in an address nor on the disk. */
export const apiKey = kept('session', 'huashu-key')

/** Called when the service wants to know who this is. */
let refused: () => void = () => undefined
export const onRefused = (told: () => void): void => {
  refused = told
}

/** The response of a call that succeeded. @throws ApiError, and what aborts it */
export async function call(path: string, { method, body, headers, signal }: Call = {}): Promise<Response> {
  const key = apiKey.read()
  const response = await fetch(path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined || isSentAsIs(body) ? {} : { 'content-type': 'application/json' }),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isSentAsIs(body) ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('unreachable', 'the service does not answer')
  })
  if (response.ok) return response
  const told = await response.json().catch(() => undefined)
  const { code, message, details } = (told as ErrorBody | undefined)?.error ?? {}
  if (code === 'unauthorized') refused()
  throw new ApiError(code ?? 'internal', message ?? `HTTP ${response.status}`, details)
}

const isSentAsIs = (body: unknown): body is string | Blob => typeof body === 'string' || body instanceof Blob

/** The JSON of a call that succeeded. @throws ApiError, and what aborts it */
export async function ask<T>(path: string, options?: Call): Promise<T> {
  const response = await call(path, options)
  return (await response.json()) as T
}

/** A path with a query; what is undefined or empty is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
