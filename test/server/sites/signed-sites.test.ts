import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SIGNATURE_HEADER, SitesDocument } from '../../../src/protocol/index.ts'
import { DATA } from '../../../src/server/engine.ts'
import { readSites } from '../../../src/server/load/sites.ts'
import { signSites } from '../../../src/server/sites/signed-sites.ts'
import { readSitesKey } from '../../../src/server/sites/sites-key.ts'
import { gatewayUnderTest, KEY, keyOf, temporaryFolder } from '../gateway-under-test.ts'

const HEADERS = { host: '127.0.0.1:8080' }
const AUTHORIZED = { ...HEADERS, authorization: `Bearer ${KEY}` }

async function served() {
  const dataDir = temporaryFolder()
  const sites = signSites(await readSites(join(DATA, 'sites')), await readSitesKey(dataDir))
  return { ...(await gatewayUnderTest({ dataDir, sites, keys: [keyOf()] })), sites, dataDir }
}

const publicKeyOf = (spki: string) =>
  createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' })

describe('GET /v1/sites', () => {
  test('serves exactly the bytes that were signed, once per version, to those with a key', async () => {
    const { app, sites } = await served()
    expect((await app.inject({ url: '/v1/sites', headers: HEADERS })).statusCode).toBe(401)
    const first = await app.inject({ url: '/v1/sites', headers: AUTHORIZED })
    expect(first.statusCode).toBe(200)
    const signature = Buffer.from(String(first.headers[SIGNATURE_HEADER]), 'base64url')
    const key = { key: publicKeyOf(sites.publicKey), dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', first.rawPayload, key, signature)).toBe(true)
    const changed = Buffer.from(first.rawPayload)
    changed[changed.length - 3]! ^= 1
    expect(verify('sha256', changed, key, signature)).toBe(false)
    expect(SitesDocument.parse(first.json()).sites.map(({ id }) => id)).toContain('chatwoot')
    const again = await app.inject({
      url: '/v1/sites',
      headers: { ...AUTHORIZED, 'if-none-match': String(first.headers.etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('tells those who pair which key to hold them against', async () => {
    const { app, sites } = await served()
    const { code } = (await app.inject({ method: 'POST', url: '/v1/pairing', headers: AUTHORIZED, payload: {} })).json()
    const payload = { code, agent: { id: 'lin' } }
    const claimed = await app.inject({ method: 'POST', url: '/v1/pairing/claim', headers: HEADERS, payload })
    expect(claimed.json().sitesKey).toBe(sites.publicKey)
  })

  test('is not there where none are given', async () => {
    const { app } = await gatewayUnderTest()
    expect((await app.inject({ url: '/v1/sites', headers: HEADERS })).statusCode).toBe(404)
  })
})

describe('the key that signs', () => {
  test('is made once, for the owner alone, and read again', async () => {
    const dataDir = temporaryFolder()
    const [one, two] = await Promise.all([readSitesKey(dataDir), readSitesKey(dataDir)])
    expect(one.publicKey).toBe(two.publicKey)
    expect((await readSitesKey(dataDir)).publicKey).toBe(one.publicKey)
    expect((await stat(join(dataDir, 'sites-key.pem'))).mode & 0o077).toBe(0)
    expect(await readFile(join(dataDir, 'sites-key.pem'), 'utf8')).toContain('PRIVATE KEY')
  })

  test('comes from a file that several processes share; another kind of key is refused by name', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'shared.pem')
    await writeFile(file, 'nonsense')
    await expect(readSitesKey(folder, file)).rejects.toThrow('not a private key')
    const pem = (namedCurve: string) =>
      generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'pem', type: 'pkcs8' })
    await writeFile(file, pem('P-384'))
    await expect(readSitesKey(folder, file)).rejects.toThrow('P-256')
    await writeFile(file, pem('P-256'))
    expect((await readSitesKey(folder, file)).publicKey).toBe((await readSitesKey('nowhere', file)).publicKey)
  })
})
