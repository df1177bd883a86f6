import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../../src/server/ingest/read-sources.ts'
import { FileFaults } from '../../../src/server/load/read-yaml.ts'
import { temporaryFolder } from '../gateway-under-test.ts'
import { PAYLOADS } from './payload.ts'

const ACME = readFileSync(join(PAYLOADS, 'acme.yaml'), 'utf8')
const CHATWOOT = 'baseUrl: https://chat.example/\naccount: 1\n'
const SECRETS =
  'shop-a:\n  chatwoot: {secret: a-secret-of-sixteen, token: a-token-of-sixteen}\n  acme: {secret: another-of-sixteen}\n'

/** Reads files of `shop-a`; the faults in words when there are any. */
async function read(files: Record<string, string>, secrets?: string) {
  const storesDir = temporaryFolder()
  const folder = join(storesDir, 'shop-a', 'ingest')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const secretsFile = join(storesDir, 'secrets.yaml')
  if (secrets !== undefined) writeFileSync(secretsFile, secrets)
  try {
    return await readSources({
      storesDir,
      storeIds: ['demo', 'shop-a'],
      secretsFile: secrets === undefined ? undefined : secretsFile,
    })
  } catch (error) {
    if (!(error instanceof FileFaults)) throw error
    return error.message.replaceAll(`${storesDir}/`, '')
  }
}

describe('what a store takes webhooks in from', () => {
  test('stands in its folder, the secrets apart', async () => {
    const sources = await read({ 'chatwoot.yaml': CHATWOOT, 'acme.yaml': ACME, 'notes.txt': 'x' }, SECRETS)
    expect(sources).toMatchObject([
      { store: 'shop-a', platform: 'acme', channel: 'acme', isUnsigned: false },
      {
        store: 'shop-a',
        platform: 'chatwoot',
        channel: 'chatwoot',
        isUnsigned: false,
        chatwoot: { baseUrl: 'https://chat.example', account: 1, notes: false },
      },
    ])
  })

  test('is nothing for stores without such a folder, and without own stores', async () => {
    expect(await readSources({ storesDir: undefined, storeIds: ['demo'], secretsFile: undefined })).toEqual([])
    expect(await readSources({ storesDir: temporaryFolder(), storeIds: ['shop-b'], secretsFile: undefined })).toEqual(
      [],
    )
  })

  test.each([
    ['no secret', { 'chatwoot.yaml': CHATWOOT }, undefined, 'chatwoot.yaml:1 : nothing would prove'],
    ['no secret for a mapping', { 'acme.yaml': ACME }, undefined, 'acme.yaml:4 auth: nothing would prove'],
    [
      'notes without a token',
      { 'chatwoot.yaml': `${CHATWOOT}notes: true\n` },
      'shop-a: {chatwoot: {secret: a-secret-of-sixteen}}',
      'chatwoot.yaml:3 notes: notes need an access token',
    ],
    [
      'a secret in the store’s own file',
      { 'chatwoot.yaml': `${CHATWOOT}token: abc\n` },
      SECRETS,
      'chatwoot.yaml:1 : Unrecognized key',
    ],
    [
      'another scheme',
      { 'chatwoot.yaml': 'baseUrl: file:///etc/passwd\naccount: 1\n' },
      SECRETS,
      'chatwoot.yaml:1 baseUrl: an address looks',
    ],
    [
      'a user in the address',
      { 'chatwoot.yaml': 'baseUrl: https://u:p@chat.example\naccount: 1\n' },
      SECRETS,
      'baseUrl: an address without a user',
    ],
    [
      'a bad rule',
      { 'acme.yaml': ACME.replace('text: body', 'text: a..b') },
      SECRETS,
      'acme.yaml:18 rules.0.message.text: ',
    ],
    ['a bad name', { 'Acme!.yaml': ACME }, undefined, 'no name for a platform'],
    [
      'a short secret',
      { 'acme.yaml': ACME },
      'shop-a: {acme: {secret: short}}',
      'secrets.yaml:1 shop-a.acme.secret: a secret has at least 16',
    ],
    [
      'a secret for nothing',
      { 'acme.yaml': ACME },
      SECRETS,
      'secrets.yaml:2 shop-a.chatwoot: STORES_DIR has no shop-a/ingest/chatwoot.yaml',
    ],
  ])('%s is a fault with its file and line', async (_name, files, secrets, fault) => {
    expect(await read(files as unknown as Record<string, string>, secrets)).toContain(fault)
  })

  test('all faults are named at once, and no secret with them', async () => {
    const faults = await read({ 'chatwoot.yaml': 'account: x\n', 'acme.yaml': 'rules: []\n' }, SECRETS)
    expect(faults).toMatch(/acme\.yaml[\s\S]*chatwoot\.yaml/)
    expect(faults).not.toContain('sixteen')
  })
})
