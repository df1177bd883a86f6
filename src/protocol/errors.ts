import { z } from 'zod'

/** Every error code of the wire with the HTTP status it is sent with. */
export const ERROR_STATUS = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  origin_refused: 403,
  not_found: 404,
  unknown_store: 404,
  id_conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_protocol: 400,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  overloaded: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

export const ErrorDetail = z.object({ path: z.string(), message: z.string() }).meta({ id: 'ErrorDetail' })
export type ErrorDetail = z.infer<typeof ErrorDetail>

export const ErrorBody = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      details: z.array(ErrorDetail),
    }),
  })
  .meta({ id: 'ErrorBody' })
export type ErrorBody = z.infer<typeof ErrorBody>

/** An error that may be shown to a client: its code is from the catalogue and its message names the field at fault. */
export class HuashuError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetail[]

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetail[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'HuashuError'
    this.code = code
    this.details = options.details ?? []
  }

  get status(): number {
    return ERROR_STATUS[this.code]
  }

  toBody(): ErrorBody {
    return { error: { code: this.code, message: this.message, details: this.details } }
  }
}

/** Turns a failed parse into the wire's `bad_request`, one detail per issue with its path (`messages.0.text`). */
export function badRequest(error: z.ZodError, where = 'body'): HuashuError {
  const details = error.issues.slice(0, 20).map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }))
  return new HuashuError('bad_request', `${details[0]?.path ?? where}: ${details[0]?.message ?? 'invalid'}`, {
    details,
    cause: error,
  })
}
