import type { LogEvent } from '../../insight/index.ts'

/** A stretch of the log that is not learned from: up to place `upTo`, behind place `after` or from the time `since` (epoch milliseconds) on. */
export interface Forgotten {
  readonly after?: number | undefined
  readonly since?: number | undefined
  readonly upTo: number
}

export function isForgotten({ n, at }: Pick<LogEvent, 'n' | 'at'>, stretches: readonly Forgotten[]): boolean {
  return stretches.some(({ after, since, upTo }) => n <= upTo && (after === undefined ? at >= (since ?? 0) : n > after))
}

export function saysTheSame(one: readonly Forgotten[], other: readonly Forgotten[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
