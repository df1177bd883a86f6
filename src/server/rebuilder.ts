import { createPauses } from './in-slices.ts'

/** Builds what stores that were edited need, beside live conversations, and puts it into use. */
export interface Rebuilder {
  /** Something of a store has changed; many changes at once are built once. */
  wake(store: string): void
  /** Resolves when everything that was woken is in use. */
  settled(): Promise<void>
}

export interface RebuilderDeps<T> {
  /** Begins to build from what is known now, in steps of about a millisecond. */
  readonly begin: (store: string) => Generator<void, T>
  readonly use: (store: string, built: T) => void
  /** Told when something could not be built: what is in use stays. */
  readonly failed: (error: unknown, store: string) => void
}

export function createRebuilder<T>({ begin, use, failed }: RebuilderDeps<T>): Rebuilder {
  const changed = new Set<string>()
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    // what changes in the same breath is built together
    await Promise.resolve()
    for (const store of changed) {
      changed.delete(store)
      await build(store).catch((error: unknown) => failed(error, store))
    }
    working = undefined
  }

  async function build(store: string): Promise<void> {
    const pause = createPauses()
    const steps = begin(store)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return use(store, value)
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
