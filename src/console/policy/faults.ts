import type { ErrorBody } from '../../protocol/index.ts'

export type Faults = ErrorBody['error']['details']

/** Where a fault stands, by paths within the policy. */
export const placeOf = (fault: string): string => fault.replace(/^body\.(?:policy\.)?/, '')

/** What is wrong with a field itself, and not with a part of it that says so by itself: one of `parts`. */
export function faultsAt(faults: Faults, path: string, parts: readonly string[] | 'none' = 'none'): Faults {
  return faults.filter((fault) => {
    const place = placeOf(fault.path)
    if (place === path) return true
    if (!place.startsWith(`${path}.`)) return false
    return parts === 'none' || !parts.includes(place.slice(path.length + 1).split('.')[0]!)
  })
}

export const isFaulty = (faults: Faults, path: string): boolean => faultsAt(faults, path).length > 0
