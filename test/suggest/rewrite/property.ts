import fc from 'fast-check'
import { test as one } from 'vitest'

export { fc }

/** Declares a law over two arbitrary values. */
export function test<A, B>(name: string, a: fc.Arbitrary<A>, b: fc.Arbitrary<B>, law: (a: A, b: B) => void): void {
  one(name, () => fc.assert(fc.property(a, b, law), { numRuns: 300 }))
}
