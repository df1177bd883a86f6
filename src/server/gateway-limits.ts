import type { ConversationLimits } from './conversations.ts'
import type { RelearningLimits } from './corrections/relearning.ts'
import { NOTE_LIMITS, type NoteLimits } from './ingest/notes.ts'
import type { LearningLimits } from './learning/learning.ts'
import type { RewriteLimits } from './rewrite.ts'
import type { OutboxLimits } from './stream/outbox.ts'

export interface StreamLimits {
  readonly heartbeatMs: number
  /** How long a socket may wait with its `session.open`. */
  readonly openWithinMs: number
  readonly framesPerSecond: number
  readonly frameBurst: number
  readonly outbox: OutboxLimits
}

export interface IngestLimits {
  /** How long a platform is kept waiting for the disk: Chatwoot gives up after five seconds. */
  readonly durableWithinMs: number
  readonly notes: NoteLimits
}

export interface GatewayLimits {
  readonly stream: StreamLimits
  readonly conversations: ConversationLimits
  readonly relearning: RelearningLimits
  readonly learning: LearningLimits
  readonly rewrite: RewriteLimits
  readonly ingest: IngestLimits
  readonly requestsPerSecond: number
}

export const GATEWAY_LIMITS: GatewayLimits = {
  stream: {
    heartbeatMs: 30_000,
    openWithinMs: 5_000,
    framesPerSecond: 2_000,
    frameBurst: 8_000,
    outbox: { slowBytes: 1_048_576, hardBytes: 67_108_864, retryMs: 20 },
  },
  conversations: { count: 1_000, idleMs: 30 * 60_000, waitingMs: 4 * 3_600_000 },
  relearning: { quietMs: 10_000, latestMs: 120_000 },
  learning: { followMs: 1_000, saveMs: 600_000 },
  rewrite: {
    patience: { firstPieceMs: 4_000, idleMs: 3_000, totalMs: 20_000 },
    breaker: { failures: 5, pauseMs: 30_000 },
    atOnce: 64,
  },
  ingest: { durableWithinMs: 4_000, notes: NOTE_LIMITS },
  requestsPerSecond: 2_000,
}
