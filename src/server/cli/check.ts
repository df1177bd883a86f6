import type { Command } from 'commander'
import { textTable } from '../../insight/index.ts'
import { detectLocale, initialState } from '../../intents/index.ts'
import type { CheckResult, Locale } from '../../protocol/index.ts'
import { pipeline } from '../pipeline.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { localeOption } from './locale-option.ts'
import { openEngine } from './open-engine.ts'
import { readContext } from './read-context.ts'
import { UsageError } from './usage-error.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly channel: string
  readonly locale?: Locale
  readonly context?: string
  readonly json?: boolean
}

/** `huashu check "…"`: may an agent send this? Code 1 when the guard blocks it. */
export function addCheck(program: Command): void {
  const command = program
    .command('check <text>')
    .description('check a reply an agent is about to send; fails when it is blocked')
    .option('--store <id>', 'the store (default: the demo)')
    .option('--channel <name>', 'chat platform', 'web')
    .addOption(localeOption('language of the reply, when its letters do not show it'))
    .option('--context <file>', 'JSON file with the talk so far: [Message…] or {messages, facts}')
    .option('--json', 'print the result as JSON')
  withEngineOptions(command).action(run)
}

async function run(text: string, options: Options): Promise<void> {
  if (text.trim() === '') throw new UsageError('the reply is empty')
  const context = options.context ? await readContext(options.context) : { messages: [] }
  const engine = await openEngine(options)
  const deps = engine.deps(options.store ?? engine.defaultStore)
  const home = deps.store.locales[0]!
  const result = pipeline.check(
    {
      text,
      channel: options.channel,
      uiLocale: home,
      roles: ['agent'],
      before: initialState(options.locale ?? detectLocale(text, home)),
      messages: context.messages,
      facts: context.facts,
      now: Date.now(),
    },
    deps,
  )
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : print(result, text))
  if (result.verdict === 'block') process.exitCode = 1
}

function print({ verdict, warnings, fixed }: CheckResult, text: string): string {
  const rows = warnings.map(({ level, rule, start, end, says, fix }) => [
    level,
    rule,
    text.slice(start, end),
    says,
    fix ?? '',
  ])
  const parts: string[] = [verdict]
  if (rows.length > 0) parts.push(textTable(['level', 'rule', 'found', 'says', 'fix'], rows))
  if (fixed !== undefined) parts.push(`fixed: ${fixed}`)
  return `${parts.join('\n\n')}\n`
}
