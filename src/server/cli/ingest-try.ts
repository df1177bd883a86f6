import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { textTable } from '../../insight/index.ts'
import { mapChatwoot } from '../ingest/chatwoot.ts'
import { ChatwootSettings } from '../ingest/chatwoot-settings.ts'
import { parseExactJson } from '../ingest/exact-json.ts'
import type { Incoming, Mapped } from '../ingest/incoming.ts'
import { mapByRules } from '../ingest/mapping.ts'
import { readMapping } from '../ingest/read-sources.ts'
import { readYaml } from '../load/read-yaml.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  readonly mapping: string
  readonly json?: boolean
}

/** `huashu ingest try FILE --mapping M`: what would be taken in of a webhook; nothing is stored, no signature is checked. */
export function addIngestTry(ingest: Command): void {
  ingest
    .command('try <file>')
    .description('show what would be taken in of a webhook that was saved as JSON; stores nothing')
    .requiredOption('--mapping <file>', 'a mapping, or a chatwoot.yaml')
    .option('--json', 'print the result as JSON')
    .action(run)
}

async function run(file: string, { mapping, json }: Options): Promise<void> {
  const read = await readerOf(mapping)
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new UsageError(`${file}: ${cause.message}`, { cause })
  })
  const mapped = read(parseExactJson(text), Date.now())
  process.stdout.write(json ? `${JSON.stringify(mapped)}\n` : print(mapped))
}

async function readerOf(file: string): Promise<(raw: unknown, now: number) => Mapped> {
  if (/(?:^|[/\\])chatwoot\.yaml$/.test(file)) {
    const settings = await readYaml(file, ChatwootSettings).catch(orUsage)
    return (raw, now) => mapChatwoot(raw, settings, now)
  }
  const { rules } = await readMapping(file).catch(orUsage)
  return (raw, now) => mapByRules(rules, raw, now)
}

/** A file that is not there is the caller's slip. */
function orUsage(cause: Error): never {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(cause.message, { cause })
  throw cause
}

function print({ incoming, ignored }: Mapped): string {
  const parts = [...incoming.flatMap(conversation), ...ignored.map((why) => `ignored: ${why}`)]
  return `${parts.join('\n\n')}\n`
}

function conversation({ conversationId, agent, facts, messages, events }: Incoming): string[] {
  const parts = [`conversation ${conversationId}${agent ? `, served by ${agent.name ?? agent.id}` : ''}`]
  const said = messages.map(({ messageId, role, kind = 'text', text = '', ref, at = '' }) => [
    messageId,
    role,
    kind,
    text || (ref?.url ?? ref?.id ?? ''),
    at,
  ])
  if (said.length > 0) parts.push(textTable(['message', 'role', 'kind', 'text', 'at'], said))
  const happened = events.map(({ event: { eventId, type, data, at } }) => [
    eventId,
    type,
    data ? JSON.stringify(data) : '',
    at,
  ])
  if (happened.length > 0) parts.push(textTable(['event', 'type', 'data', 'at'], happened))
  if (facts) parts.push(`facts ${JSON.stringify(facts)}`)
  return parts
}
