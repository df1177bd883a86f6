import type { Access } from './access.ts'
import { type ConversationLimits, type Conversations, createConversations } from './conversations.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { createIntake, type Intake } from './intake.ts'
import type { Logger, Metrics } from './observe.ts'
import type { Bus, Clock, Database, Engine, Pipeline } from './ports.ts'
import type { OutboxLimits } from './stream/outbox.ts'
import { createTurns, type Turns } from './turns.ts'

/** The channel of requests that name none. */
export const DEFAULT_CHANNEL = 'web'

export interface StreamLimits {
  readonly heartbeatMs: number
  /** How long a socket may wait with its `session.open`. */
  readonly openWithinMs: number
  readonly framesPerSecond: number
  readonly frameBurst: number
  readonly outbox: OutboxLimits
}

export interface GatewayLimits {
  readonly stream: StreamLimits
  readonly conversations: ConversationLimits
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
  conversations: { count: 1_000, idleMs: 30 * 60_000 },
  requestsPerSecond: 2_000,
}

/** What the outside of the gateway is made of. */
export interface GatewayParts {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly access: Access
  readonly metrics: Metrics
  readonly logger: Logger
  readonly limits: GatewayLimits
}

/** Everything routes and sessions call. */
export interface Gateway extends GatewayParts {
  readonly log: EventLog
  readonly turns: Turns
  readonly conversations: Conversations
  readonly intake: Intake
}

export function createGateway(parts: GatewayParts): Gateway {
  const { database, metrics, logger } = parts
  const log = createEventLog(database, (err, records) => {
    metrics.logFailures.inc(records)
    logger.error({ err, records }, 'the event log could not be written')
  })
  const turns = createTurns({ ...parts, log })
  const failed = (err: unknown) => logger.error({ err }, 'the pipeline failed on a turn')
  return {
    ...parts,
    log,
    turns,
    intake: createIntake({ ...parts, log, turns, failed }),
    conversations: createConversations(
      { ...parts, unreadable: (err) => logger.error({ err }, 'a conversation could not be read and begins empty') },
      parts.limits.conversations,
    ),
  }
}
