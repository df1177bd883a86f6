import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PAYLOADS } from '../server/ingest/payload.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const ACME = join(PAYLOADS, 'acme.yaml')
const run = (file: string, ...more: string[]) => runCli(['ingest', 'try', file, ...more])

describe('huashu ingest try', () => {
  test('prints what would be taken in', async () => {
    const { code, stdout } = await run(join(PAYLOADS, 'acme-messages.json'), '--mapping', ACME)
    expect(code).toBe(0)
    expect(stdout).toMatch(/conversation 4711, served by Mia/)
    expect(stdout).toMatch(/4711-1 +shopper +text +能便宜点吗 +2026-11-22T02:00:00\.000Z/)
    expect(stdout).toMatch(/4711-3 +shopper +image +https:\/\/acme\.example\/1\.jpg/)
  })

  test('prints it as JSON, with events and facts', async () => {
    const { stdout } = await run(join(PAYLOADS, 'acme-order.json'), '--mapping', ACME, '--json')
    expect(JSON.parse(stdout).incoming[0]).toMatchObject({ facts: { order: { id: 'A-77' } }, events: [{}] })
  })

  test('reads webhooks of Chatwoot by its settings', async () => {
    const settings = join(await temporaryFolder(), 'chatwoot.yaml')
    writeFileSync(settings, 'baseUrl: https://chat.example\naccount: 1\n')
    const { stdout } = await run(join(PAYLOADS, 'chatwoot-message-incoming.json'), '--mapping', settings)
    expect(stdout).toContain('165 110斤穿什么码')
    const note = await run(join(PAYLOADS, 'chatwoot-message-private.json'), '--mapping', settings)
    expect(note.stdout).toBe('ignored: a private note\n')
  })

  test.each([
    ['a mapping at fault, by its line', 'acme-order.json', 'rules: []', 1, /own\.yaml:1 auth/],
    ['a file that is not there', 'none.json', undefined, 2, /none\.json/],
  ])('names %s', async (_name, file, mapping, expected, message) => {
    const folder = await temporaryFolder()
    const own = join(folder, 'own.yaml')
    if (mapping) writeFileSync(own, mapping)
    const { code, stderr } = await run(join(PAYLOADS, file), '--mapping', mapping ? own : ACME)
    expect([code, message.test(stderr)]).toEqual([expected, true])
  })

  test('refuses what a webhook must not hold, naming the field', async () => {
    const file = join(await temporaryFolder(), 'bad.json')
    writeFileSync(file, JSON.stringify({ type: 'chat', talk: { no: 1 }, lines: [{ seq: 1, who: 'buyer', body: '' }] }))
    const { code, stderr } = await run(file, '--mapping', ACME)
    expect([code, stderr]).toEqual([2, 'body.lines[0].body: a text message needs a text\n'])
  })
})
