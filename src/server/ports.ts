import type { Prompt } from '../suggest/index.ts'

// What the gateway needs from outside, one file per neighbour; the adapters stand in `adapters/<port>-<technology>.ts`.

export type * from './ports/cluster.ts'
export type * from './ports/database.ts'
export type * from './ports/engine.ts'

/** Milliseconds since 1970. */
export interface Clock {
  now(): number
}

/** Wakes up for tasks. The task table is the truth: a queue may lose what it was told, and it may call twice. */
export interface Jobs {
  /** Has the work called for this task at `at` (epoch milliseconds) or a little later. The same once more changes nothing. */
  schedule(taskId: string, at: number): Promise<void>
  /** What is to be done; called before anything is scheduled. A task whose work fails comes up again by the table. */
  start(work: (taskId: string) => Promise<void>): void
  /** Waits for the work under way. */
  close(): Promise<void>
}

/** A language model that rewords replies. */
export interface Rewriter {
  /**
   * The answer, piece by piece as it comes, without reasoning; an empty piece is a sign of life. Nothing is tried again. Ends early, without an error,
   * when `signal` says so. @throws RewriterFault
   */
  stream(prompt: Prompt, signal: AbortSignal): AsyncIterable<string>
}
