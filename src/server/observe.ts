import { pino } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answer } from '../protocol/index.ts'
import { traced } from './tracing.ts'

/** Fields that can hold what people wrote, or a secret: never in a log line, however deep a caller puts them. */
const HIDDEN = [
  'text',
  'finalText',
  'messages',
  'message',
  'facts',
  'history',
  'query',
  'body',
  'ticket',
  'token',
  'headers',
]

/** One JSON line per log entry on stdout. */
export function createLogger(level: string, destination?: { write(line: string): void }) {
  const options = {
    level,
    redact: { paths: HIDDEN.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}
export type Logger = ReturnType<typeof createLogger>

/** An error's kind and stack, which begins with its words. Its other fields may quote a request and stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, stack, cause } = error
  return { type: name, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) }
}

/** The figures of `/metrics`. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const metrics = {
    registry,
    suggestSeconds: new Histogram({
      name: 'huashu_suggest_seconds',
      help: 'Time of one run of the pipeline',
      buckets: [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1],
      registers,
    }),
    answers: new Counter({
      name: 'huashu_answers_total',
      help: 'Answers given, by cause',
      labelNames: ['because'],
      registers,
    }),
    abstentions: new Counter({
      name: 'huashu_abstentions_total',
      help: 'Answers without a suggestion of tier answer',
      registers,
    }),
    gaps: new Counter({
      name: 'huashu_gaps_total',
      help: 'Answers with a gap, by kind',
      labelNames: ['kind'],
      registers,
    }),
    sockets: new Gauge({ name: 'huashu_open_sockets', help: 'Open websocket sessions', registers }),
    conversations: new Gauge({ name: 'huashu_conversations', help: 'Conversations in memory', registers }),
    alone: new Gauge({
      name: 'huashu_alone',
      help: '1 while Redis is lost and this process goes on without the others',
      registers,
    }),
    logFailures: new Counter({
      name: 'huashu_log_write_failures_total',
      help: 'Records the event log could not keep',
      registers,
    }),
    retrainings: new Counter({
      name: 'huashu_retrainings_total',
      help: 'Models trained with corrections, by language and outcome: used, refused by the gold set, failed',
      labelNames: ['locale', 'outcome'],
      registers,
    }),
    rewrites: new Counter({
      name: 'huashu_rewrites_total',
      help: 'Rewrites asked for, by what became of them: accepted, refused and why, or why they failed',
      labelNames: ['outcome'],
      registers,
    }),
    rewriteFirstSeconds: new Histogram({
      name: 'huashu_rewrite_first_seconds',
      help: 'Time until the model began its answer',
      buckets: [0.1, 0.2, 0.5, 1, 2, 5],
      registers,
    }),
    rewriteChunkSeconds: new Histogram({
      name: 'huashu_rewrite_chunk_seconds',
      help: "Work on one piece of the model's answer",
      buckets: [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'huashu_request_seconds',
      help: 'Time of REST requests, by route and kind of status',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10],
      registers,
    }),
    logWriteSeconds: new Histogram({
      name: 'huashu_log_write_seconds',
      help: 'Time until a batch of records was durable',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2],
      registers,
    }),
    logRecords: new Counter({
      name: 'huashu_log_records_total',
      help: 'Records that became durable, by kind',
      labelNames: ['kind'],
      registers,
    }),
    foldLag: new Gauge({
      name: 'huashu_fold_lag_seconds',
      help: 'Age of the newest record that a fold has taken in when there are more; 0 = it has all',
      labelNames: ['fold'],
      registers,
    }),
    nudges: new Counter({
      name: 'huashu_nudges_total',
      help: 'Reminders shown, by kind and level',
      labelNames: ['kind', 'level'],
      registers,
    }),
    feedback: new Counter({
      name: 'huashu_feedback_total',
      help: 'What agents did with suggestions, as clients told it',
      labelNames: ['action'],
      registers,
    }),
    ingested: new Counter({
      name: 'huashu_ingest_total',
      help: 'Webhooks, by platform and outcome: taken, ignored, duplicate, or the code of the error',
      labelNames: ['platform', 'outcome'],
      registers,
    }),
    notes: new Counter({
      name: 'huashu_notes_total',
      help: 'Tries to write a private note, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    droppedFrames: new Counter({
      name: 'huashu_dropped_frames_total',
      help: 'Outdated answers not sent to slow sockets',
      registers,
    }),
    /** Runs the pipeline once and counts what came out; `timings.totalMs` is filled in. */
    timed<A extends Omit<Answer, 'state'>>(run: () => A): A {
      const begin = performance.now()
      const answer = traced('suggest', run, ({ turnId, because, gap, suggestions }) => ({
        'huashu.turn': turnId,
        'huashu.because': because,
        'huashu.suggestions': suggestions.length,
        ...(gap ? { 'huashu.gap': gap } : {}),
      }))
      const totalMs = performance.now() - begin
      metrics.suggestSeconds.observe(totalMs / 1000)
      metrics.answers.inc({ because: answer.because })
      if (answer.abstained) metrics.abstentions.inc()
      if (answer.gap) metrics.gaps.inc({ kind: answer.gap })
      return { ...answer, timings: { totalMs: Math.round(totalMs * 1000) / 1000 } }
    },
  }
  return metrics
}
export type Metrics = ReturnType<typeof createMetrics>
