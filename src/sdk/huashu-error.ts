import type { ErrorCode, ErrorDetail } from './wire.ts'

/** Codes after which the same request may well succeed a little later. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'overloaded', 'rate_limited']

/**
 * Everything this client fails with, but for an abort (that rejects with the signal's reason). `code` is from the catalogue of the wire; what happens on this side of
 * it has the nearest code: `unavailable` = the service could not be reached, `overloaded` = more waits here than may. `status` is that of the response, if there was one.
 */
export class HuashuError extends Error {
  override readonly name = 'HuashuError'
  readonly code: ErrorCode
  readonly details: readonly ErrorDetail[]
  readonly status: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    rest: { details?: readonly ErrorDetail[]; status?: number; cause?: unknown } = {},
  ) {
    super(message, rest.cause === undefined ? undefined : { cause: rest.cause })
    this.code = code
    this.details = rest.details ?? []
    this.status = rest.status
  }

  /** Whether the same again may succeed a little later. */
  get isPassing(): boolean {
    return PASSING.includes(this.code)
  }
}
