import { performance } from 'node:perf_hooks'
import type { Command } from 'commander'
import { textTable } from '../../insight/index.ts'
import { type Answer, LIMITS, type Locale } from '../../protocol/index.ts'
import { suggest } from '../../suggest/index.ts'
import { onWire } from '../on-wire.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { localeOption } from './locale-option.ts'
import { openEngine } from './open-engine.ts'
import { readContext } from './read-context.ts'
import { UsageError } from './usage-error.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly channel: string
  readonly locale?: Locale
  readonly limit: number
  readonly context?: string
  readonly explain?: boolean
  readonly json?: boolean
}

/** `huashu suggest "…"`: the replies an agent would see for one shopper message. */
export function addSuggest(program: Command): void {
  const command = program
    .command('suggest <text>')
    .description('show the replies an agent would see for a shopper message')
    .option('--store <id>', 'the store (default: the demo)')
    .option('--channel <name>', 'chat platform', 'web')
    .addOption(localeOption('language of texts that do not show it'))
    .option('--limit <n>', `replies, 1 to ${LIMITS.suggestions}`, parseLimit, 3)
    .option('--context <file>', 'JSON file with earlier messages: [Message…] or {messages, facts}')
    .option('--explain', 'also say why, and what was dropped')
    .option('--json', 'print the answer as JSON')
  withEngineOptions(command).action(run)
}

function parseLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.suggestions)
    throw new UsageError(`--limit: a whole number from 1 to ${LIMITS.suggestions}, not "${text}"`)
  return limit
}

async function run(text: string, options: Options): Promise<void> {
  if (text.trim() === '') throw new UsageError('the message is empty')
  const context = options.context ? await readContext(options.context) : { messages: [] }
  const engine = await openEngine(options)
  const deps = engine.deps(options.store ?? engine.defaultStore)
  const start = performance.now()
  const answer = suggest(
    {
      turnId: 'cli',
      messages: [...context.messages, { role: 'shopper', text }],
      because: 'message',
      channel: options.channel,
      roles: ['agent'],
      facts: context.facts,
      locale: options.locale,
      uiLocale: deps.store.locales[0]!,
      limit: options.limit,
      explain: options.explain,
      now: Date.now(),
    },
    deps,
  )
  const totalMs = Math.round((performance.now() - start) * 1000) / 1000
  const timed = { ...onWire(answer, deps.flows, deps.store.locales[0]!), timings: { totalMs } }
  process.stdout.write(options.json ? `${JSON.stringify(timed)}\n` : print(timed, Boolean(options.explain)))
}

function print(answer: Answer, explain: boolean): string {
  const intents = answer.intents.map((intent) => [intent.name, intent.confidence.toFixed(2)])
  const replies = answer.suggestions.map((s, i) => [
    String(i + 1),
    s.tier,
    s.text,
    s.scriptId,
    s.score.toFixed(2),
    s.reasons[0]?.says ?? '',
  ])
  const parts = [textTable(['intent', 'confidence'], intents)]
  if (answer.entities.length > 0)
    parts.push(
      textTable(
        ['slot', 'value', 'text'],
        answer.entities.map((e) => [e.slot, `${e.value}${e.unit ?? ''}`, e.text]),
      ),
    )
  parts.push(
    replies.length > 0
      ? textTable(['#', 'tier', 'reply', 'script', 'score', 'why'], replies)
      : `no reply: ${answer.gap}`,
  )
  if (explain) parts.push(...explained(answer))
  parts.push(
    `${answer.state.stage}, ${answer.state.mood}${answer.gap ? `, gap ${answer.gap}` : ''}, ${answer.timings.totalMs} ms`,
  )
  return `${parts.join('\n\n')}\n`
}

function explained(answer: Answer): string[] {
  const reasons = answer.suggestions.flatMap((s, i) =>
    s.reasons.map((r) => [String(i + 1), r.feature, r.value.toFixed(2), r.says]),
  )
  const dropped = (answer.dropped ?? []).map(({ scriptId, code }) => [scriptId, code])
  return [
    ...(reasons.length > 0 ? [textTable(['#', 'feature', 'value', 'says'], reasons)] : []),
    ...(dropped.length > 0 ? [textTable(['dropped', 'because'], dropped)] : []),
  ]
}
