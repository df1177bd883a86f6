/** How long a stream may take: until its first piece, between two pieces, and in all, in milliseconds. */
export interface PatienceLimits {
  readonly firstPieceMs: number
  readonly idleMs: number
  readonly totalMs: number
}

/** A clock over one stream: calls `lost` once when it takes too long. */
export interface Patience {
  /** Something came; `isText` = something of the answer itself. */
  heard(isText: boolean): void
  end(): void
}

/** A stream that thinks aloud is alive, but its first word of the answer is waited for no longer than any other's. */
export function createPatience(limits: PatienceLimits, lost: () => void): Patience {
  const total = setTimeout(lost, limits.totalMs)
  const first = setTimeout(lost, limits.firstPieceMs)
  let idle: NodeJS.Timeout | undefined
  return {
    heard(isText) {
      if (isText) clearTimeout(first)
      if (idle) idle.refresh()
      else idle = setTimeout(lost, limits.idleMs)
    },
    end() {
      clearTimeout(total)
      clearTimeout(first)
      clearTimeout(idle)
    },
  }
}
