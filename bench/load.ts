import type { Percentiles } from '../src/insight/index.ts'

/** What the load generator is told. `rate`: messages per second over all sockets. */
export interface Load {
  readonly port: number
  readonly echo: boolean
  readonly sockets: number
  /** Conversations per socket; 1 when absent. */
  readonly chats?: number
  readonly rate: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

/** What it saw. `latency`: milliseconds from a shopper message's frame out to its answer in; `lag`: how late the generator itself was. */
export interface LoadResult {
  readonly sent: number
  readonly answered: number
  readonly latency: Percentiles
  readonly lag: Percentiles
}
