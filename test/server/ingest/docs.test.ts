import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ChatwootSettings } from '../../../src/server/ingest/chatwoot-settings.ts'
import { mapByRules } from '../../../src/server/ingest/mapping.ts'
import { MappingRecord } from '../../../src/server/ingest/mapping-record.ts'
import { runCli } from '../../cli/run-cli.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

const TEXT = readFileSync(join(import.meta.dirname, '../../../docs/ingest.md'), 'utf8')
const example = (name: string) =>
  new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w*\\n([\\s\\S]*?)\`\`\``).exec(TEXT)![1]!

test('the worked example of docs/ingest.md prints what it says', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'webhook.json'), example('webhook'))
  writeFileSync(join(folder, 'acme.yaml'), example('mapping'))
  const { stdout } = await runCli([
    'ingest',
    'try',
    join(folder, 'webhook.json'),
    '--mapping',
    join(folder, 'acme.yaml'),
  ])
  const trimmed = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim()
  expect(trimmed(stdout)).toBe(trimmed(example('printed')))
})

test('its order and its Chatwoot are read as they stand', () => {
  const { rules } = MappingRecord.parse(parse(example('mapping')))
  expect(mapByRules(rules, JSON.parse(example('order')), 0).incoming[0]).toMatchObject({
    events: [{ event: { type: 'order_paid', at: '2026-11-22T02:05:00.000Z' } }],
    facts: { order: { id: 'A-77', status: 'paid' } },
  })
  const [, settings] = /`STORES_DIR\/shop-a\/ingest\/chatwoot.yaml`:\n\n```yaml\n([\s\S]*?)```/.exec(TEXT)!
  expect(ChatwootSettings.parse(parse(settings!))).toMatchObject({ account: 1, notes: true, inboxes: [3, 5] })
})
