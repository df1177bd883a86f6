const DAY_MS = 86_400_000

/** Calendar days from one day to another: 0 on the same, below 0 when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return from === to ? 0 : (Date.parse(to) - Date.parse(from)) / DAY_MS
}
