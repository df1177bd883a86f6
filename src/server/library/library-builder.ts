import { libraryInSteps, type Script } from '../../scripts/index.ts'
import { createPauses } from '../in-slices.ts'
import type { Engine } from '../ports.ts'

/** Builds the libraries of stores that were edited, beside live conversations, and puts them into use. */
export interface LibraryBuilder {
  /** A store's scripts have changed; many changes at once are built once. */
  wake(store: string): void
  /** Resolves when everything that was woken is in use. */
  settled(): Promise<void>
}

export interface LibraryBuilderDeps {
  readonly engine: Pick<Engine, 'equip'>
  readonly scriptsOf: (store: string) => readonly Script[]
  /** Told when a library could not be built: the one in use stays. */
  readonly failed: (error: unknown, store: string) => void
}

export function createLibraryBuilder({ engine, scriptsOf, failed }: LibraryBuilderDeps): LibraryBuilder {
  const changed = new Set<string>()
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    // what changes in the same breath is built together
    await Promise.resolve()
    for (const store of changed) {
      changed.delete(store)
      try {
        await build(store)
      } catch (error) {
        failed(error, store)
      }
    }
    working = undefined
  }

  async function build(store: string): Promise<void> {
    const pause = createPauses()
    const steps = libraryInSteps(scriptsOf(store))
    for (;;) {
      const { done, value } = steps.next()
      if (done) return engine.equip(store, { library: value })
      await pause()
    }
  }

  return {
    wake(store) {
      changed.add(store)
      working ??= work()
    },
    settled: async () => working,
  }
}
