import type { Access } from './access.ts'
import { createAnswerQueue } from './answer-queue.ts'
import { type Audit, createAudit } from './audit.ts'
import { type AutomaticRewrites, createAutomaticRewrites } from './automatic-rewrites.ts'
import type { Role } from './config.ts'
import { shopperWaits } from './conversation.ts'
import { type Conversations, createConversations } from './conversations.ts'
import { type Corrections, createCorrections } from './corrections/corrections.ts'
import { createRelearning, leaveToWorker, type Relearning } from './corrections/relearning.ts'
import { createSharedModels, type SharedModels } from './corrections/shared-models.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { createFactProposals, type FactProposals } from './facts/fact-proposals.ts'
import type { GatewayLimits } from './gateway-limits.ts'
import { createGoodsDesk, type GoodsDesk } from './goods/goods-desk.ts'
import { createStockTicker, type StockTicker } from './goods/stock-ticker.ts'
import { createNotes, type Notes } from './ingest/notes.ts'
import type { Source } from './ingest/source.ts'
import { createIntake, type Intake } from './intake.ts'
import { createKpis, type Kpis } from './kpis/kpis.ts'
import { createLearning, type Learning } from './learning/learning.ts'
import { createPauseSwitch, type PauseSwitch } from './library/pauses.ts'
import { createScriptDesk, type ScriptDesk } from './library/script-desk.ts'
import type { Logger, Metrics } from './observe.ts'
import { createOpenConversations, type OpenConversations } from './open-conversations.ts'
import { createOpenTalks, type OpenTalks } from './open-talks.ts'
import { createPolicyDesk, type PolicyDesk } from './policies/policy-desk.ts'
import type {
  Bus,
  Clock,
  Database,
  Engine,
  FoldLog,
  Jobs,
  KeptFold,
  LogRecord,
  News,
  Ownership,
  Pipeline,
  Rewriter,
  Shelf,
  Survey,
  Talk,
} from './ports.ts'
import { createReplyClocks, type ReplyClocks } from './reply-clock.ts'
import { createRewrites, type Rewrites } from './rewrite.ts'
import { createRewriters, type Rewriters, type RewritersDeps } from './rewriters.ts'
import { createShoppers, type Shoppers } from './shoppers.ts'
import type { SignedSites } from './sites/signed-sites.ts'
import { createTrialDesk, type TrialDesk } from './trials/trial-desk.ts'
import { createTurns, type Turns } from './turns.ts'
import { createVersioned, type Versioned } from './versioned.ts'

/** The channel of requests that name none. */
export const DEFAULT_CHANNEL = 'web'

/** What the outside of the gateway is made of. */
export interface GatewayParts {
  readonly engine: Engine
  readonly pipeline: Pipeline
  readonly database: Database
  /** The folds of the log that are saved in the database. */
  readonly folds: readonly KeptFold[]
  readonly bus: Bus
  readonly ownership: Ownership
  readonly news: News
  readonly shelf: Shelf
  readonly survey: Survey
  /** `all` when absent. */
  readonly role?: Role | undefined
  /** How often edits are looked for that no node has told of, in milliseconds; absent = nothing but gateways writes to the database. */
  readonly lookMs?: number | undefined
  readonly clock: Clock
  readonly access: Access
  /** Absent = suggestions are not reworded by a model unless a store has one of its own. */
  readonly rewriter?: Rewriter | undefined
  readonly openRewriter?: RewritersDeps['openRewriter']
  /** Absent = another process of the installation looks after tasks. */
  readonly jobs?: Jobs | undefined
  /** The log as counting follows it; absent = nothing is counted here. */
  readonly kpiLog?: FoldLog | undefined
  /** What learning reads; absent = nothing is learned. */
  readonly learningLog?: FoldLog | undefined
  /** 0 <= x < 1, for exploring among near-ties; absent = the order is never drawn for. */
  readonly draw?: (() => number) | undefined
  /** Where webhooks come from; absent = nowhere. */
  readonly sources?: readonly Source[] | undefined
  /** How chat pages are read; absent = extensions keep to what they were built with. */
  readonly sites?: SignedSites | undefined
  readonly metrics: Metrics
  readonly logger: Logger
  readonly limits: GatewayLimits
}

/** Everything routes and sessions call. */
export interface Gateway extends GatewayParts {
  readonly sources: readonly Source[]
  readonly notes: Notes
  readonly log: EventLog
  readonly audit: Audit
  readonly replyClocks: ReplyClocks
  readonly turns: Turns
  readonly conversations: Conversations
  readonly openTalks: OpenTalks
  readonly openConversations: OpenConversations
  readonly intake: Intake
  readonly corrections: Corrections
  readonly relearning: Relearning
  readonly kpis?: Kpis | undefined
  readonly learning: Learning
  readonly factProposals: FactProposals
  readonly sharedModels: SharedModels
  readonly rewriters: Rewriters
  readonly rewrites: Rewrites
  readonly automaticRewrites: AutomaticRewrites
  readonly shoppers: Shoppers
  readonly versioned: Versioned
  readonly scriptDesk: ScriptDesk
  readonly pauseSwitch: PauseSwitch
  readonly trialDesk: TrialDesk
  readonly policyDesk: PolicyDesk
  readonly goodsDesk: GoodsDesk
  readonly stockTicker: StockTicker
}

export function createGateway(parts: GatewayParts): Gateway {
  const { clock, database, engine, metrics, logger, news, role } = parts
  const log = createEventLog(database, {
    failed(err, records) {
      metrics.logFailures.inc(records)
      logger.error({ err, records }, 'the event log could not be written')
    },
    written(records, seconds) {
      metrics.logWriteSeconds.observe(seconds)
      for (const [kind, count] of tally(records)) metrics.logRecords.inc({ kind }, count)
    },
  })
  const learning = createLearning({ ...parts, log: parts.learningLog }, parts.limits.learning)
  const replyClocks = createReplyClocks(engine)
  const turns = createTurns({ ...parts, log, replyClocks, isQuiet: learning.isQuiet })
  const failed = (err: unknown, { store, channel, conversationId }: Talk) =>
    logger.error({ err, store, channel, conversationId }, 'the pipeline failed on a turn')
  const corrections = createCorrections({
    database,
    topics: engine.topics,
    clock,
    failed: (err) => logger.error({ err }, 'a correction could not be stored'),
  })
  const sharedModels = createSharedModels({
    ...parts,
    failed: (err, locale) => logger.error({ err, locale }, 'a model that another process has taught could not be used'),
  })
  const answers = createAnswerQueue((conversation) => {
    try {
      turns.answer(conversation, { because: shopperWaits(conversation) ? 'message' : 'agent_reply' })
    } catch (error) {
      failed(error, conversation)
    }
  })
  const openTalks = createOpenTalks()
  const conversations = createConversations(
    {
      ...parts,
      log,
      isOpen: (topic) => openTalks.count(topic) > 0,
      answers,
      unreadable: (err) => logger.error({ err }, 'a conversation could not be read and begins empty'),
    },
    parts.limits.conversations,
  )
  const { kpiLog, sources = [] } = parts
  const versioned = createVersioned({
    ...parts,
    failed: (err) => logger.error({ err }, 'what people have edited could not be stored or read'),
  })
  const rewriters = createRewriters({
    ...parts,
    versioned,
    breaker: parts.limits.rewrite.breaker,
    failed: (err, store) => logger.error({ err, store }, "a store's language model could not be put into use"),
  })
  const rewrites = createRewrites({ ...parts, rewriters }, parts.limits.rewrite)
  const stock = createStockTicker({
    ...parts,
    failed: (err) => logger.error({ err }, 'prices and stock could not be stored or read'),
  })
  const scriptDesk = createScriptDesk({
    ...parts,
    versioned,
    failed: (err, store) => logger.error({ err, store }, "a store's scripts could not be put into use"),
  })
  return {
    ...parts,
    sources,
    notes: createNotes({ ...parts, sources }, parts.limits.ingest.notes),
    replyClocks,
    audit: createAudit(log, clock),
    kpis:
      kpiLog &&
      createKpis({ ...parts, log: kpiLog, failed: (err) => logger.error({ err }, 'the log could not be counted') }),
    log,
    turns,
    learning,
    factProposals: createFactProposals({
      ...parts,
      failed: (err) => logger.error({ err }, 'a proposed fact could not be read or stored'),
    }),
    openTalks,
    openConversations: createOpenConversations({ ...parts, conversations, replyClocks }),
    rewriters,
    rewrites,
    automaticRewrites: createAutomaticRewrites(rewrites, conversations),
    corrections,
    sharedModels,
    relearning:
      role === 'gateway'
        ? leaveToWorker(news)
        : createRelearning({ ...parts, corrections, shared: sharedModels }, parts.limits.relearning),
    intake: createIntake({ ...parts, log, turns, answers, failed }),
    conversations,
    versioned,
    scriptDesk,
    policyDesk: createPolicyDesk({
      ...parts,
      versioned,
      scriptDesk,
      failed: (err, store) => logger.error({ err, store }, 'a policy could not be put into use'),
    }),
    stockTicker: stock,
    goodsDesk: createGoodsDesk({
      ...parts,
      versioned,
      stock,
      failed: (err, store) => logger.error({ err, store }, "a store's products could not be put into use"),
    }),
    pauseSwitch: createPauseSwitch({ ...parts, versioned }),
    trialDesk: createTrialDesk({ ...parts, versioned, scriptDesk, learning }),
    shoppers: createShoppers({
      ...parts,
      log,
      turns,
      conversations,
      failed: (err) => logger.error({ err }, 'the database could not give out or erase a shopper'),
    }),
  }
}

function tally(records: readonly LogRecord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
