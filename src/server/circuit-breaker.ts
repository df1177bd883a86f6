import type { Clock } from './ports.ts'

/** Keeps calls away from a service that fails: after some failures in a row it pauses, then lets one call through to see. */
export interface CircuitBreaker {
  /** Whether a call may be made now; one that may must be followed by `succeeded`, `failed` or `abandoned`. */
  mayCall(): boolean
  succeeded(): void
  failed(): void
  /** The call ended without telling anything about the service. */
  abandoned(): void
  readonly isOpen: boolean
}

export interface BreakerLimits {
  readonly failures: number
  readonly pauseMs: number
}

export function createCircuitBreaker(clock: Clock, limits: BreakerLimits): CircuitBreaker {
  let failures = 0
  let pausedAt: number | undefined
  let isTrying = false

  return {
    mayCall() {
      if (pausedAt === undefined) return true
      if (isTrying || clock.now() - pausedAt < limits.pauseMs) return false
      isTrying = true
      return true
    },
    succeeded() {
      failures = 0
      pausedAt = undefined
      isTrying = false
    },
    failed() {
      failures += 1
      isTrying = false
      if (failures >= limits.failures) pausedAt = clock.now()
    },
    abandoned() {
      isTrying = false
    },
    get isOpen() {
      return pausedAt !== undefined
    },
  }
}
