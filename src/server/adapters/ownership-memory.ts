import { randomBytes } from 'node:crypto'
import type { Ownership } from '../ports.ts'

/** The only process there is: it owns every conversation. */
export function createMemoryOwnership(): Ownership {
  return {
    owns: () => true,
    claim: async () => undefined,
    release: async () => undefined,
    forget: async () => undefined,
    epoch: randomBytes(6).toString('base64url'),
    isAlone: false,
    attend: () => undefined,
  }
}
