/** One line of the result table. Times in microseconds or milliseconds as the unit says; absent = does not apply. */
export interface Finding {
  /** What was measured, and on what. */
  readonly question: string
  readonly subject: string
  /** Median of the runs, higher or lower is better as the unit tells. */
  readonly value: number
  readonly unit: 'messages/s' | 'µs' | 'ms' | 'MB' | 'share'
  readonly p50?: number
  readonly p99?: number
  /** Unit of p50 and p99. */
  readonly times?: 'µs' | 'ms'
  readonly memoryMb?: number
  /** How many times better ours is than this peer, or this than the bare reference. */
  readonly ratio?: number
  /** What `value` must reach; the unit tells the direction. */
  readonly target?: number
}

/** Hands a finding to `main.ts`, which runs every bench in a process of its own: one JSON line on standard output. */
export function report(finding: Finding): void {
  process.stdout.write(`${JSON.stringify(finding)}\n`)
}

/** Rates and shares must be at least the target, times and sizes at most. */
export function isReached({ value, unit, target }: Finding): boolean | undefined {
  if (target === undefined) return undefined
  return unit === 'messages/s' || unit === 'share' ? value >= target : value <= target
}
